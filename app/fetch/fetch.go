// Package fetch requests one page from the network, when a person asked for it.
//
// # Why so small
//
// That nothing leaves the machine is a promise, and a promise is kept where it can be seen: this is
// the only package that may open a connection (the test of the layers says so), Get is its only
// function, and the window calls it only after a person confirmed the address. There is no cookie, no
// cache, no second attempt.
package fetch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strings"
	"time"

	"golang.org/x/net/idna"
)

// Bounds on a request.
const (
	Largest       = 32 << 20 // bytes of a page
	MostRedirects = 5
	Longest       = 30 * time.Second
)

// Page is what an address answered with.
type Page struct {
	Address  string   // of the page itself, after the redirects
	Through  []string // the addresses that redirected, the one asked for first
	Type     string   // the media type, in lower case: "text/html"
	Encoding string   // as the server says, "" where it does not
	Body     []byte
}

// Check returns the address as it would be requested. The error says what is wrong with it.
func Check(address string) (string, error) {
	address = strings.TrimSpace(address)
	if address != "" && !strings.Contains(address, "://") {
		address = "https://" + address
	}
	u, err := url.Parse(address)
	if err != nil || u.Hostname() == "" {
		return "", fmt.Errorf("%q is not an address; it looks like https://example.org/article", address)
	}
	if u.Scheme != "http" && u.Scheme != "https" {
		return "", fmt.Errorf("%s cannot be requested; only http and https can", address)
	}
	if u.User != nil {
		return "", fmt.Errorf("%s holds a name or password; save the page in your browser and add the file", u.Redacted())
	}
	// A name in letters of another script may look like one that it is not; as it is requested, it does not.
	if host, err := idna.Lookup.ToASCII(u.Hostname()); err == nil && host != u.Hostname() {
		u.Host = strings.Replace(u.Host, u.Hostname(), host, 1)
	}
	u.Fragment = ""
	return u.String(), nil
}

// Get requests an address once, following a few redirects.
func Get(ctx context.Context, address string) (Page, error) {
	address, err := Check(address)
	if err != nil {
		return Page{}, err
	}
	ctx, cancel := context.WithTimeout(ctx, Longest)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return Page{}, fmt.Errorf("%s is not an address (%w)", address, err)
	}
	request.Header.Set("User-Agent", "Hexapla")
	var page Page
	answer, err := client(&page).Do(request)
	if err != nil {
		return Page{}, failed(ctx, address, err)
	}
	defer answer.Body.Close()
	page.Address = answer.Request.URL.String()
	if answer.StatusCode != http.StatusOK {
		return Page{}, fmt.Errorf("%s answered “%s”; open it in your browser, save the page and add the file", page.Address, answer.Status)
	}
	if page.Body, err = io.ReadAll(io.LimitReader(answer.Body, Largest+1)); err != nil {
		return Page{}, failed(ctx, address, err)
	}
	if len(page.Body) > Largest {
		return Page{}, fmt.Errorf("%s is larger than %d MB; save it and add the file", page.Address, Largest>>20)
	}
	if kind, parameters, err := mime.ParseMediaType(answer.Header.Get("Content-Type")); err == nil {
		page.Type, page.Encoding = kind, parameters["charset"]
	}
	return page, nil
}

// client writes the redirects into the page, and keeps no connection open.
func client(page *Page) *http.Client {
	return &http.Client{
		Transport: &http.Transport{Proxy: http.ProxyFromEnvironment, DisableKeepAlives: true, MaxResponseHeaderBytes: 1 << 20},
		CheckRedirect: func(next *http.Request, before []*http.Request) error {
			last := before[len(before)-1]
			page.Through = append(page.Through, last.URL.String())
			switch {
			case len(before) > MostRedirects:
				return fmt.Errorf("more than %d redirects", MostRedirects)
			case next.URL.Scheme != "https" && next.URL.Scheme != last.URL.Scheme:
				return fmt.Errorf("a redirect to %s, which is not protected", next.URL)
			}
			next.Header.Del("Referer")
			return nil
		},
	}
}

// failed says in a sentence why there is no page.
func failed(ctx context.Context, address string, err error) error {
	var of *url.Error
	if errors.As(err, &of) {
		err = of.Err
	}
	if errors.Is(ctx.Err(), context.DeadlineExceeded) {
		err = fmt.Errorf("no answer within %d seconds", Longest/time.Second)
	}
	return fmt.Errorf("%s could not be fetched: %w", address, err)
}
