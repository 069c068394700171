package formats

import (
	"testing"
)

const (
	linkedLinks = `<?xml version="1.0" encoding="utf-8"?>
<linkGrp toDoc="talks.en.xml" fromDoc="talks.de.xml">
<link type="1-2" xtargets="en1;de1 de2" status="man"/>
<link type="0-1" xtargets=";de3" status="auto"/>
<link type="1-1" xtargets="en2;de4"/>
<link type="1-1" xtargets="en9;de4"/>
</linkGrp>`
	linkedEN = `<text lang="en"><body><p><s id="en1">The talks, which began on Monday, go on.</s> <s id="en2">Nobody spoke of <hi>sanctions</hi>.</s></p></body></text>`
	linkedDE = `<text><body><p><s id="de1">Die Gespräche begannen am Montag.</s><s id="de2">Sie gehen weiter.</s><s id="de3">Es regnet.</s><s id="de4">Niemand sprach von Sanktionen.</s></p></body></text>`
)

// TestLinkedDocuments reads links beside the two texts that they link, whichever of them the file
// of links names first.
func TestLinkedDocuments(t *testing.T) {
	want := `== talks.zip › talks.en.xml (intertext, utf-8)
language: en [markup]
story: talks [markup]
The talks, which began on Monday, go on.
Nobody spoke of sanctions.
== talks.zip › talks.de.xml (intertext, utf-8)
language: de [file name]
story: talks [markup]
Die Gespräche begannen am Montag.
Sie gehen weiter.
Es regnet.
Niemand sprach von Sanktionen.
act: link of “The talks, which began on Mond…” | The talks, which began on Monday, go on. | Die Gespräche begannen am Montag.
Sie gehen weiter.
act: link of “Nobody spoke of sanctions.” | Nobody spoke of sanctions. | Niemand sprach von Sanktionen.
note: talks.zip: 1 links lead to segments that the texts do not have
`
	got := describe(Read("talks.zip", zipOf(t, "talks.en.xml", linkedEN, "links.xml", linkedLinks, "texts/talks.de.xml", linkedDE), Options{}))
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	crossed := `<linkGrp fromDoc="talks.de.xml" toDoc="talks.en.xml"><link xtargets="en2;de4"/></linkGrp>`
	in, err := Read("talks.zip", zipOf(t, "talks.en.xml", linkedEN, "links.xml", crossed, "talks.de.xml", linkedDE), Options{})
	if err != nil || len(in.Acts) != 1 || len(in.Articles) != 2 {
		t.Errorf("crossed: %s", describe(in, err))
	}
}

// TestRungsBesideTexts reads what hunalign writes without -text, beside its two inputs.
func TestRungsBesideTexts(t *testing.T) {
	want := `== pair.zip › pair.en.txt (ladder, utf-8)
language: en [file name]
story: pair [markup]
One day in Vienna.
They went on talking.
== pair.zip › pair.de.txt (ladder, utf-8)
language: de [file name]
story: pair [markup]
Ein Tag in Wien.
Sie sprachen weiter.
Und weiter.
act: link of “One day in Vienna.” | One day in Vienna. | Ein Tag in Wien.
act: link of “They went on talking.” | They went on talking. | Sie sprachen weiter.
Und weiter.
`
	got := describe(Read("pair.zip", zipOf(t, "pair.de.txt", "Ein Tag in Wien.\nSie sprachen weiter.\nUnd weiter.\n", "pair.en.txt", "One day in Vienna.\nThey went on talking.\n", "pair.ladder", "0\t0\t0.3\n1\t1\t0.4\n2\t3\t0.5\n"), Options{}))
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// FuzzLinked: whatever links and ladders say, reading ends and every link lies in its texts.
func FuzzLinked(f *testing.F) {
	f.Add(linkedLinks, linkedEN, linkedDE)
	f.Add("0\t0\t0\n1\t1\t0\n", "a\n", "b\n")
	f.Add("5\t5\t0\n1\t-1\t0\n", "a", "b")
	f.Add(`<linkGrp fromDoc="talks.en.xml" toDoc="talks.en.xml"><link xtargets=";"/>`, "<s id=en1>", "")
	f.Fuzz(func(t *testing.T, links, one, two string) {
		in, err := Read("x.zip", zipOf(t, "talks.en.xml", one, "talks.de.xml", two, "links.xml", links, "a.txt", one, "b.txt", two, "x.ladder", links), Options{})
		if err == nil {
			resolves(t, in)
		}
	})
}
