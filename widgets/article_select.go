package widgets

import "strings"

// caret is a place that a selection begins or ends at.
type caret struct{ row, column, offset int }

// selection runs from where the pointer went down to where it is.
type selection struct {
	from, to caret
	on       bool
}

// bounds puts the ends in the order of the text. In one column it runs through the rows like text; over
// several it is whole cells.
func (s selection) bounds() (first, last caret) {
	first, last = s.from, s.to
	if last.row < first.row || last.row == first.row && last.column == first.column && last.offset < first.offset {
		first, last = last, first
	}
	return first, last
}

// selectedIn is the stretch of a cell that is selected.
func (v *ArticleView) selectedIn(row, column int) (start, end int, ok bool) {
	if !v.pick.on || row < 0 || row >= len(v.rows) || column >= len(v.rows[row].Cells) {
		return 0, 0, false
	}
	first, last := v.pick.bounds()
	if row < first.row || row > last.row {
		return 0, 0, false
	}
	left, right := min(first.column, last.column), max(first.column, last.column)
	if column < left || column > right {
		return 0, 0, false
	}
	start, end = 0, len(v.rows[row].Cells[column].Text)
	if left == right {
		if row == first.row {
			start = min(first.offset, end)
		}
		if row == last.row {
			end = min(last.offset, end)
		}
	}
	return start, end, start < end
}

func (v *ArticleView) parts() []Part {
	if !v.pick.on {
		return nil
	}
	first, last := v.pick.bounds()
	var out []Part
	for row := max(0, first.row); row <= last.row && row < len(v.rows); row++ {
		for column := range v.rows[row].Cells {
			if start, end, ok := v.selectedIn(row, column); ok {
				out = append(out, Part{row, column, start, end, v.rows[row].Cells[column].Text[start:end]})
			}
		}
	}
	return out
}

// PlainText joins parts: tabs between the columns of a row, a line for each row.
func PlainText(parts []Part) string {
	var b strings.Builder
	for i, p := range parts {
		if i > 0 && parts[i-1].Row == p.Row {
			b.WriteByte('\t')
		} else if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(p.Text)
	}
	return b.String()
}

// SelectText selects a stretch of one cell, such as a search hit.
func (v *ArticleView) SelectText(row, column, start, end int) {
	v.pick = selection{caret{row, column, start}, caret{row, column, end}, true}
	v.paints++
	v.Refresh()
}

// selectWord selects the word around a place.
func (v *ArticleView) selectWord(c caret) {
	if c.row < 0 || c.row >= len(v.rows) || c.column < 0 || c.column >= len(v.rows[c.row].Cells) {
		return
	}
	start, end := engine().WordAt(v.rows[c.row].Cells[c.column].Text, c.offset)
	v.SelectText(c.row, c.column, start, end)
}
