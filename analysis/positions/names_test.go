package positions

import "testing"

// TestNamesAreNoOpinions: a name is no opinion because a word of praise or blame begins as it does.
func TestNamesAreNoOpinions(t *testing.T) {
	tables, _ := tablesForPropositions()
	g := tables.grammar("en")
	for _, name := range []string{"Crimea", "Crimean", "Costa Rica", "Raisi", "Wagner", "Protestants", "Paralympics", "Democrats"} {
		if v, c := g.valence(name); v != 0 {
			t.Errorf("%s counts %+.0f as %s", name, v, c)
		}
	}
}
