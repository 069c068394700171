package attribution_test

import (
	"strings"
	"testing"
)

// TestShapes says how an English sentence is taken apart: source, cue and content of its statements.
func TestShapes(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Hoffmann wants to hire 300 people.", "Hoffmann|wants|to hire 300 people"},
		{"He opposes the law, and plans to replace it.", "He|opposes|the law; He|plans|to replace it"},
		{"The union leaders say the fund, run by the ministry, has paid millions.", "The union leaders|say|the fund, run by the ministry, has paid millions"},
		{"The Finance Minister told his staff to leave.", "The Finance Minister|told|his staff to leave"},
		{"An audit report published last year found that nobody paid.", "An audit report published last year|found|that nobody paid"},
		{"Weber, meanwhile, is supported by few newspapers.", "few newspapers|is supported|Weber, meanwhile"},
		{"The plan proposed by President Weber is the “golden key” to peace.", ""},
		{"Weber's veto is expected to come before midnight.", "|is expected|Weber's veto … to come before midnight"},
		{"The Hungarian politician says of Weber, “He will never win.”", "The Hungarian politician|says|“He will never win.”"},
		{"“Why did nobody pay?” a voice in the film asks.", "a voice in the film|asks|“Why did nobody pay?”"},
		{"Polls show a close race in the north.", "Polls|show|a close race in the north"},
		{"Weber added:\n\nIt is typical of the government. They know it.", "Weber|added|It is typical of the government. They know it"},
		{"The school was closed, as police have said.", "police|have said|The school was closed"},
		{"Demonstrators said they want bread, but pledged to remain calm.", "Demonstrators|said|they want bread; Demonstrators|pledged|to remain calm"},
		{"Weber is confident that the talks will succeed.", "Weber|is confident|that the talks will succeed"},
		{"Lawmakers are worried about the rising costs.", "Lawmakers|are worried about|the rising costs"},
		{"Weber's criticism of the court was sharp.", "Weber|criticism|the court"},
		{"The minister's plan to close the port met resistance.", "The minister|plan|to close the port"},
		{"The average benefit, it says, would be 300 euros.", "it|says|The average benefit … would be 300 euros"},
		{"Authorities announced on Friday the arrest of a man.", "Authorities|announced|the arrest of a man"},
		{"After some delay, the work is done, one Bavarian official said.", "one Bavarian official|said|After some delay, the work is done"},
		{"”He is lucky and nobody else is.” ― Anna Roth", "Anna Roth|―|”He is lucky and nobody else is.”"},
		{"German Chancellor Anna Roth told reporters in Bonn, “It is late.”", "German Chancellor Anna Roth|told|“It is late.”"},
		{"“It is late,” Anna Roth told reporters as she arrived.", "Anna Roth|told|“It is late,”"},
		{"Weber praised the court and left on Monday.", "Weber|praised|the court"},
		{"Weber said that the first step agreed in Bonn halted the work.", "Weber|said|that the first step agreed in Bonn halted the work"},
		{"Weber said that France wanted written guarantees.", "Weber|said|that France wanted written guarantees; France|wanted|written guarantees"},
		{"It is worth noting that nobody paid.", ""},
		{"Weber has backed the club since he was a child.", "Weber|has backed|the club"},
	} {
		d := english("a", c.text)
		r := find(t, tables(t), d)
		var got []string
		for _, s := range r.Statements {
			source, cue := "", ""
			if s.Source != nil {
				source = s.Source.Of(c.text)
			}
			if s.Cue != nil {
				cue = s.Cue.Of(c.text)
			}
			var content []string
			for _, p := range s.Content {
				content = append(content, p.Of(c.text))
			}
			got = append(got, source+"|"+cue+"|"+strings.Join(content, " … "))
		}
		if g := strings.Join(got, "; "); g != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, g, c.want)
		}
	}
}
