package formats

import (
	"bytes"
	"fmt"
	"strings"
	"time"

	"github.com/mmcdole/gofeed"

	"hexapla/analysis/article"
)

// readFeed reads a feed, an article an entry.
func readFeed(in input, o Options) (out found, err error) {
	defer func() {
		if recover() != nil {
			out, err = found{}, in.refuse("is not a feed that can be read; save the articles as pages")
		}
	}()
	feed, err := gofeed.NewParser().Parse(bytes.NewReader(in.data))
	if err != nil {
		return found{}, in.refuse("is not a feed that can be read (%v); save the articles as pages", err)
	}
	for i, item := range feed.Items {
		if i == mostRows {
			out.notes = append(out.notes, fmt.Sprintf("only the first %d entries were read", mostRows))
			break
		}
		content := item.Content
		if content == "" {
			content = item.Description
		}
		d := document{part: fmt.Sprintf("entry %d", i+1), format: newsFeed, encoding: "utf-8"}
		d.text = textOfFragment(strings.ToValidUTF8(content, "\uFFFD"))
		d.meta.Title = markup(textOfFragment(item.Title))
		d.headline()
		d.raw = []byte(d.text)
		if item.PublishedParsed != nil {
			d.meta.Date = markup(item.PublishedParsed.Format(time.DateOnly))
		}
		if isAddress(item.Link) {
			d.meta.URL = markup(item.Link)
		}
		d.meta.Outlet = markup(knownOutlet(textOfFragment(feed.Title)))
		d.meta.Language = markup(languageCode(feed.Language))
		if len(item.Authors) > 0 && item.Authors[0] != nil {
			d.meta.Author = article.Field{Value: cleanAuthor(item.Authors[0].Name), Origin: article.FromMarkup}
		}
		if strings.TrimSpace(d.text) != "" {
			out.documents = append(out.documents, d)
		}
	}
	return out, nil
}
