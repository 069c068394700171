package report

import (
	"bytes"
	"fmt"
	"strconv"
)

const (
	wordNS     = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	relationNS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	packageNS  = "http://schemas.openxmlformats.org/package/2006/relationships"
	xmlHead    = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
)

// docxTypes says which parts there are.
const docxTypes = xmlHead + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Default Extension="png" ContentType="image/png"/>
<Default Extension="jpeg" ContentType="image/jpeg"/>
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>
<Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/>
<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/>
<Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>
<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
</Types>`

const docxRoot = xmlHead + `<Relationships xmlns="` + packageNS + `">
<Relationship Id="rId1" Type="` + relationNS + `/officeDocument" Target="word/document.xml"/>
<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>
</Relationships>`

const docxSettings = xmlHead + `<w:settings xmlns:w="` + wordNS + `"><w:zoom w:percent="100"/><w:defaultTabStop w:val="708"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`

// docxFooter numbers the pages.
const docxFooter = xmlHead + `<w:ftr xmlns:w="` + wordNS + `"><w:p><w:pPr><w:pStyle w:val="Footer"/><w:jc w:val="center"/></w:pPr>` +
	`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>` +
	`<w:r><w:t xml:space="preserve"> / </w:t></w:r>` +
	`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> NUMPAGES </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>` +
	`</w:p></w:ftr>`

// docxStyles are the styles; whoever edits the document changes its look here.
const docxStyles = xmlHead + `<w:styles xmlns:w="` + wordNS + `">
<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Noto Serif" w:hAnsi="Noto Serif" w:eastAsia="SimSun" w:cs="Noto Naskh Arabic"/><w:sz w:val="20"/><w:szCs w:val="22"/></w:rPr></w:rPrDefault>
<w:pPrDefault><w:pPr><w:spacing w:after="100" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:after="160" w:line="240" w:lineRule="auto"/></w:pPr><w:rPr><w:b/><w:bCs/><w:sz w:val="40"/><w:szCs w:val="40"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Kicker"><w:name w:val="Kicker"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:after="40"/></w:pPr><w:rPr><w:color w:val="69707A"/><w:sz w:val="18"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="320" w:after="120"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:bCs/><w:sz w:val="27"/><w:szCs w:val="27"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="200" w:after="80"/><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/><w:bCs/><w:sz w:val="22"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Difference"><w:name w:val="Difference"/><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:pBdr><w:top w:val="single" w:sz="4" w:space="6" w:color="E3E3DC"/></w:pBdr><w:spacing w:before="120" w:after="20"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Caption"><w:name w:val="caption"/><w:basedOn w:val="Normal"/><w:rPr><w:color w:val="69707A"/><w:sz w:val="17"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Quote"/><w:basedOn w:val="Normal"/><w:pPr><w:pBdr><w:left w:val="single" w:sz="18" w:space="8" w:color="0B5FA5"/></w:pBdr><w:ind w:left="200"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Cell"><w:name w:val="Cell"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:before="30" w:after="30" w:line="252" w:lineRule="auto"/></w:pPr><w:rPr><w:sz w:val="18"/><w:szCs w:val="20"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Gap"><w:name w:val="Gap"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:after="0" w:line="120" w:lineRule="exact"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Footer"><w:name w:val="footer"/><w:basedOn w:val="Normal"/><w:rPr><w:color w:val="69707A"/><w:sz w:val="16"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="CommentText"><w:name w:val="annotation text"/><w:basedOn w:val="Normal"/></w:style>
<w:style w:type="table" w:styleId="Lines"><w:name w:val="Lines"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="4" w:space="0" w:color="E3E3DC"/><w:bottom w:val="single" w:sz="4" w:space="0" w:color="E3E3DC"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="E3E3DC"/></w:tblBorders><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="140" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
</w:styles>`

func (d *docx) properties() []byte {
	var b bytes.Buffer
	x := newXML(&b)
	x.start("cp:coreProperties", "xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
		"xmlns:dc", "http://purl.org/dc/elements/1.1/", "xmlns:dcterms", "http://purl.org/dc/terms/", "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
	x.element("dc:title", d.c.Title)
	x.element("dc:creator", "Hexapla")
	x.element("dc:language", d.c.Language)
	x.element("dcterms:created", stamp(d.options), "xsi:type", "dcterms:W3CDTF")
	x.end(1)
	_ = x.Flush() // a buffer does not fail
	return b.Bytes()
}

// commentPart holds what the document's comments say.
func (d *docx) commentPart() []byte {
	var b bytes.Buffer
	x := newXML(&b)
	p := d.text(x)
	x.start("w:comments", "xmlns:w", wordNS)
	for i, c := range d.comments {
		x.start("w:comment", "w:id", strconv.Itoa(i), "w:author", c.author(), "w:date", stamp(d.options), "w:initials", initials(c.author()))
		p.paragraph("CommentText", "", flat(c.text))
		x.end(1)
	}
	x.end(1)
	_ = x.Flush()
	return b.Bytes()
}

func (c comment) author() string {
	if c.who == "" {
		return "Hexapla"
	}
	return c.who
}

func initials(name string) string {
	runes := []rune(name)
	return string(runes[:min(2, len(runes))])
}

func (d *docx) relations() []byte {
	var b bytes.Buffer
	b.WriteString(xmlHead + `<Relationships xmlns="` + packageNS + `">`)
	for _, r := range [][2]string{{"styles", "styles.xml"}, {"settings", "settings.xml"}, {"comments", "comments.xml"}} {
		fmt.Fprintf(&b, `<Relationship Id="rId%s" Type="%s/%[1]s" Target="%[3]s"/>`, r[0], relationNS, r[1])
	}
	fmt.Fprintf(&b, `<Relationship Id="rIdFooter" Type="%s/footer" Target="footer1.xml"/>`, relationNS)
	for i, p := range d.pictures {
		fmt.Fprintf(&b, `<Relationship Id="rIdPicture%d" Type="%s/image" Target="%s"/>`, i+1, relationNS, pictureName(i, p)[len("word/"):])
	}
	b.WriteString("</Relationships>")
	return b.Bytes()
}
