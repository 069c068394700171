package formats

import (
	"strings"

	"hexapla/analysis/text"
)

// readText reads plain text: as it is, but for its encoding and for front matter above it.
func readText(in input, o Options) (found, error) {
	s, encoding, err := decode(in, "", o)
	if err != nil {
		return found{}, err
	}
	if rows := ladder(s); rows != nil && !o.Lines {
		return readLadder(in, rows, encoding, o)
	}
	d := document{raw: in.data, format: plainText, encoding: encoding, text: s, lines: o.Lines}
	if !o.Lines {
		if meta, rest, ok := frontMatter(s); ok {
			d.meta, d.text = meta, rest
		}
		if strings.TrimSpace(d.text) == "" {
			return found{}, in.refuse("is empty; there is nothing to read")
		}
	}
	return found{documents: []document{d}}, nil
}

// decode turns the bytes into UTF-8, by what the user demands, the markup claims or the bytes tell.
func decode(in input, hint string, o Options) (s, encoding string, err error) {
	if o.Encoding != "" {
		s, err = text.DecodeAs(in.data, o.Encoding)
		encoding = strings.ToLower(o.Encoding)
	} else {
		s, encoding, err = text.Decode(in.data, hint)
	}
	if err != nil {
		return "", "", in.refuse("is not a text that can be read (%v); save it as plain text in UTF-8", err)
	}
	return s, encoding, nil
}
