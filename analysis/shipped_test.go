package analysis_test

import (
	"sync"
	"testing"

	"hexapla/analysis"
	"hexapla/assets"
)

// shipped returns the tables that ship, which all tests share: to decode them takes longer than
// most tests.
func shipped(t testing.TB) *analysis.Resources {
	t.Helper()
	resources, err := loadShipped()
	if err != nil {
		t.Fatal(err)
	}
	return resources
}

var loadShipped = sync.OnceValues(func() (*analysis.Resources, error) { return analysis.LoadResources(assets.Files) })
