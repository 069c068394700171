package app

import (
	"reflect"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"hexapla/analysis"
	"hexapla/analysis/article"
	"hexapla/analysis/text"
	"hexapla/analysis/wording/triage"
	"hexapla/app/session"
	"hexapla/widgets"
)

// compare is the screen of versions side by side.
type compare struct {
	desk *Desk
	page *page // nil where there is nothing to compare

	view      *widgets.ArticleView
	minimap   *widgets.Minimap
	list      *differenceList
	inspector *inspector
	story     *choice
	base      *choice
	fold      *widgets.Pill
	ignore    *multiple
	body      *fyne.Container
	empty     fyne.CanvasObject
	coming    fyne.CanvasObject // in place of empty while the first comparison is under way

	current int // the difference looked at, −1 for none
	hover   widgets.Spot
	resting *time.Timer // until the pointer has rested long enough
	laid    arrangement
	query   string
	hits    map[article.ID][]text.Span
	hit     int // the hit gone to last, −1 for none
}

func newCompare(d *Desk) *compare {
	c := &compare{desk: d, current: -1, hit: -1}
	c.view = widgets.NewArticleView()
	c.view.Mirrored = leftward()
	c.view.OnSelectRow = func(row int) { c.lookAtRow(row) }
	c.view.OnSpan = c.tapped
	c.view.OnBadge = func(row, badge int) { c.lookAt(c.view.Rows()[row].Badges[badge].ID) }
	c.view.OnNext = func() { c.step(+1) }
	c.view.OnPrevious = func() { c.step(-1) }
	c.view.OnMenu = c.menu
	c.view.OnHeader = c.columnMenu
	c.view.OnKey = func(k *fyne.KeyEvent, typed rune) { c.desk.passed(c.listKey, k, typed) }
	c.view.OnReorder = c.reorder
	c.view.OnResize = c.resize
	c.view.OnHover = c.hovered
	c.view.OnCopy = c.copyParts
	c.view.OnScrolled = func(v widgets.Viewport) {
		c.minimap.SetViewport(v)
		if len(c.view.Rows()) > 0 { // an empty view says nothing of the place to come back to
			d.session.Remember(func(s *session.View) { s.Top = v.Offset })
		}
	}
	c.minimap = widgets.NewMinimap()
	c.minimap.OnJump = func(at float32) {
		v := c.view.Viewport()
		c.view.ScrollTo(float64(at)*v.Total - v.Height/2)
	}
	c.list = newDifferenceList(c)
	c.inspector = newInspector(c)
	c.story = newChoice(d, L("Story: "))
	c.base = newChoice(d, L("Base: "))
	c.fold = widgets.NewPill("", func() { d.session.Look(func(v *session.View) { v.Folded = !v.Folded }) })
	c.ignore = newIgnore(d)
	c.empty = emptyState(L("Nothing to compare yet"),
		L("Tick two or more articles in the Library and press Compare selected."),
		widgets.NewPrimaryPill(L("Go to the Library"), func() { goTo(screenLibrary)(d) }))
	c.coming = emptyState(L("Comparing the versions…"), L("The comparison shows here as soon as it stands."))
	columns := border(nil, nil, nil, c.minimap, c.view)
	split := container.NewVSplit(columns, c.list.content())
	split.SetOffset(0.74)
	main := beside(split, c.inspector.content(), 0.78)
	c.body = container.NewStack(main, c.empty, c.coming)
	return c
}

func (c *compare) content() fyne.CanvasObject { return c.body }

func (c *compare) tools() []fyne.CanvasObject {
	return []fyne.CanvasObject{
		c.story.pill, c.base.pill, c.ignore.pill, c.fold, widgets.NewPrimaryPill(L("Export report…"), c.desk.askReport),
	}
}

func (c *compare) status() (left, right string) {
	if c.page == nil {
		return "", ""
	}
	p := c.page
	unaligned, reviewed := 0, 0
	languages := map[text.Language]bool{}
	for _, row := range p.comparison.Rows {
		if slices.ContainsFunc(row.Segments, func(s []int) bool { return len(s) == 0 }) {
			unaligned++
		}
	}
	for _, r := range p.reviews {
		if r.Status != analysis.Open {
			reviewed++
		}
	}
	var codes []string
	for column := range p.comparison.Versions {
		l := p.version(column).Language
		if !languages[l] {
			languages[l] = true
			codes = append(codes, strings.ToUpper(string(l)))
		}
	}
	left = joinParts(
		Ln(len(p.comparison.Versions), "%d version | %d versions"),
		Ln(len(p.comparison.Rows), "%d aligned row | %d aligned rows"),
		Ln(unaligned, "%d with a gap"),
		Ln(len(p.shown), "%d difference | %d differences"),
		Ln(reviewed, "%d reviewed"))
	return left, strings.Join(codes, " · ")
}

// arrangement is what the arrangement of a comparison depends on besides the result.
type arrangement struct {
	story         string
	base          article.ID
	order, hidden []article.ID
	folded        bool
	plain         []string
	looks         []session.ColumnLook
	grain         string
	query         string
}

// show lays the comparison out anew where something changed that it shows.
func (c *compare) show(change session.Change) {
	r, v := c.desk.session.Result(), c.desk.session.View()
	comparison := chosen(r, v.Story)
	l := arrangement{v.Story, v.Base, v.Order, v.Hidden, v.Folded, v.Plain, v.Looks, v.Grain, c.query}
	if c.page != nil && c.page.comparison == comparison && change == session.Looking && reflect.DeepEqual(l, c.laid) {
		return
	}
	c.laid = l
	c.showEmpty(comparison == nil)
	if comparison == nil {
		c.page = nil
		return
	}
	before := c.page
	other, unseen := before == nil || before.comparison != comparison, len(c.view.Rows()) == 0
	c.page = newPage(r, comparison, v, c.hits)
	if other {
		c.current = c.page.again(before, c.current)
	}
	if unseen && c.current < 0 {
		c.current = c.page.restored(v)
	}
	c.showTools(r, v)
	c.view.SetContent(c.page.heads(), c.page.rows(c.current))
	c.minimap.SetTicks(c.page.ticks(c.view))
	c.minimap.SetHeat(c.page.heat())
	c.list.show(c.page)
	if other || unseen {
		c.view.Select(v.Row)
		c.view.ScrollTo(v.Top)
	}
	c.inspector.show(c.page, c.current)
}

// showEmpty says why there is nothing to see, if there is not.
func (c *compare) showEmpty(empty bool) {
	deriving := c.desk.session.Deriving() && len(c.desk.session.State().Articles) > 1
	visible(c.empty, empty && !deriving)
	visible(c.coming, empty && deriving)
}

// again finds a difference of an older page of the same story, −1 where there is none any more.
func (p *page) again(before *page, difference int) int {
	if before == nil || difference < 0 || before.comparison.Story != p.comparison.Story {
		return -1
	}
	old := before.comparison.Differences[difference]
	return slices.IndexFunc(p.comparison.Differences, func(d triage.Difference) bool {
		return d.Kind == old.Kind && slices.EqualFunc(d.Readings, old.Readings, func(a, b triage.Reading) bool {
			return a.Span == b.Span && p.article(a.Version).ID == before.article(b.Version).ID
		})
	})
}

// restored is the difference that was looked at when the project was closed, −1 where there is none.
func (p *page) restored(v session.View) int {
	at := v.Looked - 1
	if v.Story == p.comparison.Story && slices.Contains(p.shown, at) && p.comparison.Differences[at].Row == v.Row {
		return at
	}
	return -1
}

// chosen is the comparison of the story that the view names, else the first.
func chosen(r *analysis.Result, story string) *analysis.Comparison {
	for i := range r.Comparisons {
		if r.Comparisons[i].Story == story {
			return &r.Comparisons[i]
		}
	}
	if len(r.Comparisons) > 0 {
		return &r.Comparisons[0]
	}
	return nil
}

func (c *compare) showTools(r *analysis.Result, v session.View) {
	var stories []string
	for _, other := range r.Comparisons {
		stories = append(stories, other.Story)
	}
	c.story.set(stories, slices.Index(stories, c.page.comparison.Story), func(i int) {
		c.desk.session.Look(func(v *session.View) { v.Story = stories[i] })
	})
	p := c.page
	var names []string
	for column := range p.comparison.Versions {
		names = append(names, p.comparison.Sigla[column]+" "+orElse(p.article(column).Meta.Outlet.Value, titleOf(p.article(column))))
	}
	c.base.set(names, p.base, func(i int) {
		c.desk.session.Look(func(v *session.View) { v.Base = p.article(i).ID })
	})
	c.ignore.pill.SetText(ignoreText(v))
	if v.Folded {
		c.fold.SetText(L("Fold the harmless"))
	} else {
		c.fold.SetText(Ln(p.folded, "≈ %d folded"))
	}
}

// lookAt goes to a difference.
func (c *compare) lookAt(difference int) {
	if c.page == nil || difference < 0 || difference >= len(c.page.comparison.Differences) {
		return
	}
	before := c.current
	c.current = difference
	row := c.page.comparison.Differences[difference].Row
	if before >= 0 {
		last := c.page.comparison.Differences[before].Row
		c.view.SetRow(last, c.page.row(last, difference))
	}
	c.view.SetRow(row, c.page.row(row, difference))
	c.view.Select(row)
	c.list.selectDifference(difference)
	c.inspector.show(c.page, difference)
	c.desk.session.Look(func(v *session.View) { v.Story, v.Row, v.Looked = c.page.comparison.Story, row, difference+1 })
	c.desk.events.log("difference %d", difference)
}

// lookAtRow goes to a row, and to its first difference.
func (c *compare) lookAtRow(row int) {
	for _, d := range c.page.shown {
		if c.page.comparison.Differences[d].Row == row {
			c.lookAt(d)
			return
		}
	}
	c.current = -1
	c.inspector.show(c.page, -1)
	c.desk.session.Look(func(v *session.View) { v.Row, v.Looked = row, 0 })
}

// step goes to the next or the previous difference that the filters leave, round the end.
func (c *compare) step(by int) {
	if c.page == nil {
		return
	}
	through := c.list.filter.of(c.page)
	at := slices.Index(through, c.current)
	if at < 0 && by < 0 {
		at = 0
	}
	if n := len(through); n > 0 {
		c.lookAt(through[(at+by+n)%n])
	}
}

// judge records what the reviewer thinks of the difference looked at, and goes on to the next.
func (c *compare) judge(status string) {
	if c.page == nil || c.current < 0 {
		c.desk.say(Lf("Choose a difference first: click it, or press %s.", keyName(keyOf("Next difference"))))
		return
	}
	err := c.desk.session.Review(c.page.comparison, c.current, func(r *article.Review) { r.Status = status })
	c.desk.fail(err)
	c.desk.events.log("judged %d %s", c.current, status)
	c.step(+1)
}

// step goes through the differences, whatever screen is shown.
func (d *Desk) step(by int) {
	goTo(screenCompare)(d)
	d.shell.screens[screenCompare].(*compare).step(by)
}

// judge makes the command that records a judgement on the difference looked at.
func judge(status string) func(*Desk) {
	return func(d *Desk) {
		if c, ok := d.shell.screens[d.shell.current].(judging); ok {
			c.judge(status)
		}
	}
}

// judging is a screen on which something can be confirmed or dismissed.
type judging interface{ judge(status string) }

// goToRow selects a row and brings it into view.
func (c *compare) goToRow(row int) {
	c.view.Select(row)
	c.lookAtRow(row)
}
