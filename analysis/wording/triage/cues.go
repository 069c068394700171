package triage

import "strings"

// cueClass is a job that a word does in a sentence, apart from what it means.
type cueClass uint32

const (
	negator cueClass = 1 << iota
	implicit
	modal
	hedge
	condition
	restrict
	saying
	person
	demonstrative
	gender
	loaded
	function
	undenying // a negator that denies nothing: no less, 不仅
	averse    // may deny by its meaning where another language has a negator: hard, rather
	due       // may oblige where another language has a modal: forced, task
	source    // tells whose words follow: according
	cites     // begins a phrase that names whose words they are: according to, по словам
)

// acrossOnly are the classes that count between languages alone.
const acrossOnly = undenying | averse | due | source | cites

var cueClasses = map[string]cueClass{
	"negator": negator, "implicit": implicit, "modal": modal, "hedge": hedge, "condition": condition, "restrict": restrict,
	"say": saying, "person": person, "demonstrative": demonstrative, "gender": gender, "loaded": loaded, "function": function,
	"undenying": undenying, "averse": averse, "due": due, "source": source, "cites": cites,
}

// cues is all that the tables say of one word: its jobs, and for each the value of the table.
type cues struct {
	classes cueClass
	values  string // ";class value" for each class, in the order of the table
}

func (c cues) is(class cueClass) bool { return c.classes&class != 0 }

func (c cues) with(class cueClass, value string) cues {
	c.classes |= class
	c.values += ";" + strings.Repeat("i", bit(class)) + " " + value
	return c
}

// value returns what the table says of the word in a class; the first line of the table counts.
func (c cues) value(class cueClass) string {
	key := ";" + strings.Repeat("i", bit(class)) + " "
	_, after, found := strings.Cut(c.values, key)
	if !found {
		return ""
	}
	v, _, _ := strings.Cut(after, ";")
	return v
}

func bit(class cueClass) int {
	n := 0
	for class > 1 {
		class >>= 1
		n++
	}
	return n
}
