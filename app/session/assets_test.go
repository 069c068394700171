package session_test

import (
	"io/fs"
	"testing"

	"hexapla/assets"
)

func sub(t *testing.T, dir string) fs.FS {
	t.Helper()
	f, err := fs.Sub(assets.Files, dir)
	if err != nil {
		t.Fatal(err)
	}
	return f
}
