package formats

import (
	"bytes"
	"encoding/base64"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"strings"
	"time"

	htmlcharset "golang.org/x/net/html/charset"
)

const (
	deepestMail = 8
	mostParts   = 500
)

// mailPart is a leaf of a message.
type mailPart struct {
	mediaType, charset, fileName, location string
	data                                   []byte
}

// readMail reads a message: its text and the attachments that can be read.
func readMail(in input, o Options) (found, error) {
	m, parts, err := message(in)
	if err != nil {
		return found{}, err
	}
	d := document{raw: in.data, format: electronicMail}
	word := mime.WordDecoder{CharsetReader: htmlcharset.NewReaderLabel}
	header := func(name string) string {
		value, err := word.DecodeHeader(m.Header.Get(name))
		if err != nil {
			value = m.Header.Get(name)
		}
		return oneLine(strings.ToValidUTF8(value, "\uFFFD"))
	}
	offer(&d.meta.Title, markup(header("Subject")))
	from := header("From")
	if at := strings.IndexByte(from, '<'); at > 0 {
		from = strings.Trim(from[:at], ` "`)
	}
	offer(&d.meta.Author, markup(from))
	if at, err := m.Header.Date(); err == nil {
		offer(&d.meta.Date, markup(at.Format(time.DateOnly)))
	}
	var f found
	for _, p := range parts {
		switch {
		case p.fileName != "" && in.nested < deepestZIP:
			f.attach(in, p, o)
		case p.mediaType == "text/plain" && d.text == "":
			d.text, d.encoding, err = decode(input{name: in.name, data: p.data}, p.charset, Options{})
		case p.mediaType == "text/html" && d.text == "":
			var s string
			s, d.encoding, err = decode(input{name: in.name, data: p.data}, p.charset, Options{})
			d.text = textOfPage([]byte(s))
		}
	}
	if err != nil && d.text == "" {
		return found{}, err
	}
	if strings.TrimSpace(d.text) != "" {
		f.documents = append([]document{d}, f.documents...)
	}
	return f, nil
}

// attach reads an attachment as the file that it is.
func (f *found) attach(in input, p mailPart, o Options) {
	one, err := read(input{path: in.path + "#" + p.fileName, name: base(p.fileName), data: p.data, nested: in.nested + 1}, o)
	if err != nil {
		f.notes = append(f.notes, err.Error())
		return
	}
	for _, a := range one.Articles {
		f.documents = append(f.documents, document{
			part: a.File, raw: a.Raw, format: kind(a.Format), encoding: a.Encoding, text: a.Text, lines: a.Lines, meta: a.Meta, notes: a.Notes,
		})
	}
}

// readMHTML reads a page that was saved as a single file, a message with the page as its root.
func readMHTML(in input, o Options) (found, error) {
	m, parts, err := message(in)
	if err != nil {
		return found{}, err
	}
	for _, p := range parts {
		if p.mediaType != "text/html" && p.mediaType != "application/xhtml+xml" {
			continue
		}
		hint := p.charset
		if hint == "" {
			hint = declaredCharset(p.data)
		}
		s, encoding, err := decode(input{name: in.name, data: p.data}, hint, o)
		if err != nil {
			return found{}, err
		}
		d := pageOf(s)
		d.raw, d.format, d.encoding = in.data, "mhtml", encoding
		for _, address := range []string{p.location, m.Header.Get("Snapshot-Content-Location")} {
			if isAddress(address) {
				offer(&d.meta.URL, markup(address))
			}
		}
		return d.alone(in)
	}
	return found{}, in.refuse("holds no page; save it again from the browser as HTML")
}

// message parses a message into its leaves.
func message(in input) (*mail.Message, []mailPart, error) {
	data := in.data
	if bytes.HasPrefix(data, []byte("From ")) { // the line of a mailbox
		_, data, _ = bytes.Cut(data, []byte("\n"))
	}
	m, err := mail.ReadMessage(bytes.NewReader(data))
	if err != nil {
		return nil, nil, in.refuse("is not a message that can be read (%v); save its text as plain text", err)
	}
	var parts []mailPart
	leaves(&parts, m.Header.Get, m.Body, 0)
	if len(parts) == 0 {
		return nil, nil, in.refuse("holds no text; there is nothing to read")
	}
	return m, parts, nil
}

// leaves collects the parts of a message that have no parts.
func leaves(out *[]mailPart, header func(string) string, body io.Reader, depth int) {
	mediaType, parameters, err := mime.ParseMediaType(header("Content-Type"))
	if err != nil {
		mediaType = "text/plain"
	}
	if boundary := parameters["boundary"]; strings.HasPrefix(mediaType, "multipart/") && boundary != "" && depth < deepestMail {
		r := multipart.NewReader(body, boundary)
		for len(*out) < mostParts {
			p, err := r.NextRawPart()
			if err != nil {
				return
			}
			leaves(out, p.Header.Get, p, depth+1)
		}
		return
	}
	switch strings.ToLower(strings.TrimSpace(header("Content-Transfer-Encoding"))) {
	case "quoted-printable":
		body = quotedprintable.NewReader(body)
	case "base64":
		body = base64.NewDecoder(base64.StdEncoding, body)
	}
	data, _ := io.ReadAll(body) // what came before the damage is of use
	p := mailPart{mediaType: mediaType, charset: parameters["charset"], location: header("Content-Location"), data: data}
	if _, disposition, err := mime.ParseMediaType(header("Content-Disposition")); err == nil {
		p.fileName = disposition["filename"]
	}
	*out = append(*out, p)
}
