package text

import (
	"sync"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/danish"
	"github.com/blevesearch/snowballstem/dutch"
	"github.com/blevesearch/snowballstem/english"
	"github.com/blevesearch/snowballstem/finnish"
	"github.com/blevesearch/snowballstem/french"
	"github.com/blevesearch/snowballstem/german"
	"github.com/blevesearch/snowballstem/hungarian"
	"github.com/blevesearch/snowballstem/italian"
	"github.com/blevesearch/snowballstem/norwegian"
	"github.com/blevesearch/snowballstem/portuguese"
	"github.com/blevesearch/snowballstem/romanian"
	"github.com/blevesearch/snowballstem/russian"
	"github.com/blevesearch/snowballstem/spanish"
	"github.com/blevesearch/snowballstem/swedish"
	"github.com/blevesearch/snowballstem/turkish"
)

// Snowball returns the stem that Snowball's algorithm for the language leaves of a word in small
// letters, and false if there is none for it. It takes derivation off with inflection, and a stem may
// have a stem of its own. It is safe for concurrent use.
func Snowball(lower string, lang Language) (stem string, known bool) {
	cut, known := stemmers[lang]
	if !known {
		return lower, false
	}
	env := stemming.Get().(*snowballstem.Env)
	defer stemming.Put(env)
	env.SetCurrent(lower)
	cut(env)
	return env.Current(), true
}

var stemmers = map[Language]func(*snowballstem.Env) bool{
	"da": danish.Stem, "de": german.Stem, "en": english.Stem, "es": spanish.Stem, "fi": finnish.Stem, "fr": french.Stem,
	"hu": hungarian.Stem, "it": italian.Stem, "nb": norwegian.Stem, "nl": dutch.Stem, "no": norwegian.Stem,
	"pt": portuguese.Stem, "ro": romanian.Stem, "ru": russian.Stem, "sv": swedish.Stem, "tr": turkish.Stem,
}

// stemming keeps the algorithms' scratch space.
var stemming = sync.Pool{New: func() any { return snowballstem.NewEnv("") }}
