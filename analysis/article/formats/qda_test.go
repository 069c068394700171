package formats

import (
	"strings"
	"testing"

	"hexapla/analysis/article"
)

const foreignQDA = `<?xml version="1.0"?>
<!DOCTYPE Project [<!ENTITY x SYSTEM "file:///etc/passwd">]>
<Project xmlns="urn:QDA-XML:project:1.0" name="Vienna" origin="Another program">
<Users><User guid="{00000000-0000-0000-0000-0000000000A1}" name="Anna"/><User guid="00000000-0000-0000-0000-0000000000a2" name="Bob"/></Users>
<CodeBook><Codes>
 <Code guid="00000000-0000-0000-0000-0000000000c0" name="Persons" isCodable="false"><Code guid="00000000-0000-0000-0000-0000000000c1" name="Wang Qun" isCodable="true"/></Code>
 <Code guid="00000000-0000-0000-0000-0000000000c2" name="Organizations" isCodable="false"><Code guid="00000000-0000-0000-0000-0000000000c3" name="China" isCodable="true"/></Code>
 <Code guid="00000000-0000-0000-0000-0000000000c4" name="Sanctions" isCodable="true"><Description>Sanctions should be lifted</Description><Code guid="00000000-0000-0000-0000-0000000000c5" name="Oil" isCodable="true"/></Code>
 <Code guid="00000000-0000-0000-0000-0000000000c6" name="Agreement" isCodable="false"><Code guid="00000000-0000-0000-0000-0000000000c7" name="Pro" isCodable="true"/><Code guid="00000000-0000-0000-0000-0000000000c8" name="Contra" isCodable="true"/></Code>
</Codes></CodeBook>
<Variables><Variable guid="00000000-0000-0000-0000-0000000000d1" name="Publication" typeOfVariable="Text"/></Variables>
<Sources>
 <TextSource guid="00000000-0000-0000-0000-0000000000e1" name="😀 report" plainTextPath="internal://one.txt">
  <PlainTextSelection guid="00000000-0000-0000-0000-0000000000f1" startPosition="2" endPosition="16">
   <Description>well said</Description>
   <Coding guid="00000000-0000-0000-0000-000000000001" creatingUser="00000000-0000-0000-0000-0000000000a1"><CodeRef targetGUID="00000000-0000-0000-0000-0000000000c1"/></Coding>
   <Coding guid="00000000-0000-0000-0000-000000000002" creatingUser="00000000-0000-0000-0000-0000000000a1"><CodeRef targetGUID="{00000000-0000-0000-0000-0000000000C3}"/></Coding>
   <Coding guid="00000000-0000-0000-0000-000000000003" creatingUser="00000000-0000-0000-0000-0000000000a1"><CodeRef targetGUID="00000000-0000-0000-0000-0000000000c4"/></Coding>
   <Coding guid="00000000-0000-0000-0000-000000000004" creatingUser="00000000-0000-0000-0000-0000000000a1"><CodeRef targetGUID="00000000-0000-0000-0000-0000000000c7"/></Coding>
   <Coding guid="00000000-0000-0000-0000-000000000005" creatingUser="00000000-0000-0000-0000-0000000000a2"><CodeRef targetGUID="00000000-0000-0000-0000-0000000000c4"/></Coding>
   <Coding guid="00000000-0000-0000-0000-000000000006" creatingUser="00000000-0000-0000-0000-0000000000a2"><CodeRef targetGUID="00000000-0000-0000-0000-0000000000c8"/></Coding>
   <NoteRef targetGUID="00000000-0000-0000-0000-000000000091"/>
  </PlainTextSelection>
  <PlainTextSelection guid="00000000-0000-0000-0000-0000000000f2" startPosition="18" endPosition="900">
   <Coding guid="00000000-0000-0000-0000-000000000007"><CodeRef targetGUID="00000000-0000-0000-0000-0000000000c5"/></Coding>
  </PlainTextSelection>
  <VariableValue><VariableRef targetGUID="00000000-0000-0000-0000-0000000000d1"/><TextValue>Vienna Daily</TextValue></VariableValue>
 </TextSource>
 <TextSource guid="00000000-0000-0000-0000-0000000000e2" name="gone" plainTextPath="internal://../../two.txt"/>
 <PictureSource guid="00000000-0000-0000-0000-0000000000e3" name="photo"/>
 <PDFSource guid="00000000-0000-0000-0000-0000000000e4" name="paper.pdf"><Representation guid="00000000-0000-0000-0000-0000000000e5"><PlainTextContent>Text of the page.</PlainTextContent></Representation></PDFSource>
</Sources>
<Notes><Note guid="00000000-0000-0000-0000-000000000091" creatingUser="00000000-0000-0000-0000-0000000000a2"><PlainTextContent>Ask him.</PlainTextContent></Note></Notes>
</Project>`

// TestForeignQDA reads a project as another program writes it: places in code points, identifiers in
// braces, two coders who disagree, a source without its file.
func TestForeignQDA(t *testing.T) {
	got := describe(Read("vienna.qdpx", zipOf(t, qdaFile, foreignQDA, "Sources/one.txt", "😀 China will act. Oil flows on."), Options{}))
	want := `== vienna.qdpx › 😀 report (qdpx, utf-8)
outlet: Vienna Daily [markup]
language: en [detection]
😀 China will act. Oil flows on.
== vienna.qdpx › paper.pdf (qdpx, utf-8)
language: en [detection]
Text of the page.
act: issue Sanctions
act: issue Oil
act: statement of Wang Qun: “China will act” | China will act
act: coding of “China will act” as +1 on Sanctions | China will act
act: note on “China will act” | China will act
act: note on “China will act” | China will act
act: note on “China will act” | China will act
act: coding of “Oil flows on.” as no position on Oil | Oil flows on.
act: note on “Oil flows on.” | Oil flows on.
note: vienna.qdpx: “gone” has no text in the project and was left out
note: vienna.qdpx: pictures and recordings are not read (1 left out)
`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// FuzzQDA: whatever project.qde says, reading ends, and every act lies in its article.
func FuzzQDA(f *testing.F) {
	f.Add(foreignQDA, "😀 China will act. Oil flows on.")
	f.Add(strings.Replace(foreignQDA, `startPosition="2"`, `startPosition="-99999999999"`, 1), "")
	f.Add(strings.Repeat("<Project><CodeBook><Codes>", 3)+strings.Repeat("<Code>", 2000), "\xff\xfe")
	f.Fuzz(func(t *testing.T, project, source string) {
		in, err := Read("x.qdpx", zipOf(t, qdaFile, project, "sources/one.txt", source), Options{})
		if err == nil {
			resolves(t, in)
		}
	})
}

// resolves checks that what was read beside the texts has its place in them.
func resolves(t *testing.T, in Imported) {
	t.Helper()
	texts := map[article.ID]string{}
	for _, a := range in.Articles {
		texts[a.ID] = a.Text
	}
	for _, act := range in.Acts {
		for _, a := range article.Anchors(act) {
			if a.Start < 0 || a.End > len(texts[a.Article]) || a.Start > a.End || texts[a.Article][a.Start:a.End] != a.Quote {
				t.Fatalf("%s lies outside its article", article.Describe(act))
			}
		}
	}
}
