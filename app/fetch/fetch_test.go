package fetch

import (
	"bytes"
	"context"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"sync"
	"testing"
)

// server answers on the loopback and counts what it is asked.
func server(t *testing.T) (address string, asked *[]*http.Request) {
	t.Helper()
	asked = &[]*http.Request{}
	var mu sync.Mutex
	mux := http.NewServeMux()
	mux.HandleFunc("/page", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=GB18030")
		w.Header().Set("Set-Cookie", "who=you")
		w.Write([]byte("<html><img src=/picture><script src=/script></script></html>"))
	})
	mux.HandleFunc("/old", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/page", http.StatusFound) })
	mux.HandleFunc("/hop/", func(w http.ResponseWriter, r *http.Request) {
		n, _ := strconv.Atoi(strings.TrimPrefix(r.URL.Path, "/hop/"))
		http.Redirect(w, r, "/hop/"+strconv.Itoa(n+1), http.StatusFound)
	})
	mux.HandleFunc("/file", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "file:///etc/passwd", http.StatusFound)
	})
	mux.HandleFunc("/large", func(w http.ResponseWriter, r *http.Request) { w.Write(bytes.Repeat([]byte("x"), Largest+1)) })
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		*asked = append(*asked, r)
		mu.Unlock()
		mux.ServeHTTP(w, r)
	}))
	t.Cleanup(s.Close)
	return s.URL, asked
}

// TestGet: one request for a page, nothing for what it refers to, and the redirects are told.
func TestGet(t *testing.T) {
	address, asked := server(t)
	page, err := Get(context.Background(), address+"/old#part")
	if err != nil {
		t.Fatal(err)
	}
	if page.Address != address+"/page" || len(page.Through) != 1 || page.Through[0] != address+"/old" {
		t.Errorf("from %s through %v", page.Address, page.Through)
	}
	if page.Type != "text/html" || page.Encoding != "GB18030" || !bytes.HasPrefix(page.Body, []byte("<html>")) {
		t.Errorf("%q %q %q", page.Type, page.Encoding, page.Body)
	}
	if len(*asked) != 2 {
		t.Errorf("%d requests", len(*asked))
	}
	for _, r := range *asked {
		if r.Method != "GET" || len(r.Cookies()) > 0 || r.Referer() != "" || r.UserAgent() != "Hexapla" {
			t.Errorf("%s %s with %v", r.Method, r.URL, r.Header)
		}
	}
}

// TestRefusals: each is one sentence that names the address.
func TestRefusals(t *testing.T) {
	address, asked := server(t)
	for path, says := range map[string]string{
		"/gone": "404", "/hop/0": "redirects", "/file": "not protected", "/large": "larger than 32 MB",
	} {
		_, err := Get(context.Background(), address+path)
		if err == nil || !strings.Contains(err.Error(), says) || !strings.HasPrefix(err.Error(), address) {
			t.Errorf("%s: %v", path, err)
		}
	}
	if n := len(*asked); n > 1+MostRedirects+1+1+1 {
		t.Errorf("%d requests", n)
	}
	cancelled, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Get(cancelled, address+"/page"); err == nil {
		t.Error("a request that was stopped succeeds")
	}
}

func TestCheck(t *testing.T) {
	for in, want := range map[string]string{
		" example.org/a b ": "https://example.org/a%20b", "http://example.org#x": "http://example.org", "https://例子.cn/新闻": "https://xn--fsqu00a.cn/%E6%96%B0%E9%97%BB",
		"": "", "file:///etc/passwd": "", "ftp://example.org": "", "https://": "", "javascript:alert(1)": "", "https://a:b@example.org": "", "https://[": "",
	} {
		if got, err := Check(in); got != want || (err == nil) != (want != "") {
			t.Errorf("Check(%q) = %q, %v; want %q", in, got, err, want)
		}
	}
}
