package dict_test

import (
	"fmt"
	"strings"
	"testing"

	"hexapla/analysis/dict"
)

func Example() {
	t := dict.New(2, 32)
	t.Put("said", "verb")
	t.Put("talks", "noun")
	fmt.Println(t.Get("talks"))
	fmt.Println(t.Has("walks"), t.Len())
	// Output:
	// noun true
	// false 2
}

func TestZeroAndNilAreEmpty(t *testing.T) {
	var zero dict.Table
	var none *dict.Table
	if zero.Has("") || none.Has("") || zero.Len() != 0 {
		t.Error("a table without entries has one")
	}
	zero.Put("", "empty key")
	if v, ok := zero.Get(""); !ok || v != "empty key" {
		t.Errorf("got %q, %v", v, ok)
	}
}

func TestLongValuesAndGrowth(t *testing.T) {
	table := dict.New(0, 0)
	value := func(i int) string { return strings.Repeat(fmt.Sprint(i), i%300) }
	for i := range 5000 {
		table.Put(fmt.Sprint("key ", i), value(i))
	}
	for i := range 5000 {
		if got, ok := table.Get(fmt.Sprint("key ", i)); !ok || got != value(i) {
			t.Fatalf("key %d: got %q, %v", i, got, ok)
		}
	}
	if table.Has("key 5000") || table.Len() != 5000 {
		t.Errorf("%d keys", table.Len())
	}
}

// FuzzLikeMap holds a table to what a map does with the same words.
func FuzzLikeMap(f *testing.F) {
	f.Add("a b a c  b\xff é", "a x")
	f.Fuzz(func(t *testing.T, puts, asks string) {
		var table dict.Table
		model := map[string]string{}
		for i, key := range strings.Split(puts, " ") {
			value := fmt.Sprint(i, key)
			table.Put(key, value)
			model[key] = value
		}
		for _, key := range append(strings.Split(asks, " "), strings.Split(puts, " ")...) {
			got, ok := table.Get(key)
			want, known := model[key]
			if got != want || ok != known {
				t.Fatalf("%q: got %q, %v, want %q, %v", key, got, ok, want, known)
			}
		}
		if table.Len() != len(model) {
			t.Fatalf("%d keys, want %d", table.Len(), len(model))
		}
	})
}

func BenchmarkGet(b *testing.B) {
	table := dict.New(0, 0)
	keys := make([]string, 1<<17)
	for i := range keys {
		keys[i] = fmt.Sprintf("%x", i*2654435761)
		table.Put(keys[i], "value")
	}
	for i := 0; b.Loop(); i++ {
		table.Get(keys[i&(len(keys)-1)])
	}
}
