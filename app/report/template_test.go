package report_test

import (
	"bytes"
	"strings"
	"testing"
	"testing/fstest"

	"hexapla/app/report"
)

func styleWith(templates string) fstest.MapFS {
	return fstest.MapFS{"templates.yaml": {Data: []byte(templates)}}
}

// A template of the user's own makes a report of its parts alone, under its name.
func TestOwnTemplate(t *testing.T) {
	style := report.Style(styleWith("- name: overview\n  parts: [versions]\n- name: briefing\n  parts: [summary]\n"))
	out := string(write(t, report.Markdown, report.Options{Templates: style}))
	if !strings.Contains(out, "overview") {
		t.Error("the first template of the folder is not the one for who chooses none")
	}
	whole := string(write(t, report.Markdown, report.Options{}))
	if len(out) >= len(whole) || strings.Count(out, "\n## ") != 1 {
		t.Errorf("a template of one part makes\n%s", out)
	}
	if again := string(write(t, report.Markdown, report.Options{Templates: style, Template: "briefing"})); again == out || again == whole {
		t.Error("the folder's briefing is not taken")
	}
}

// What is wrong with a file of templates is said, with the file's name.
func TestTemplatesRefused(t *testing.T) {
	for name, file := range map[string]string{
		"empty": "", "none": "[]", "not a list": "name: x", "no parts": "- name: x", "unknown part": "- name: x\n  parts: [poem]",
		"unknown field": "- name: x\n  parts: [notes]\n  pages: 2", "no name": "- parts: [notes]", "a path": "- name: ../x\n  parts: [notes]",
		"twice": "- name: x\n  parts: [notes]\n- name: x\n  parts: [notes]", "broken": "- name: [",
	} {
		if all, err := report.Templates(report.Style(styleWith(file))); err == nil || !strings.Contains(err.Error(), "templates.yaml") {
			t.Errorf("%s: %v, %v", name, all, err)
		}
		err := report.Write(t.Context(), &bytes.Buffer{}, report.HTML, fixture(t), report.Options{Templates: report.Style(styleWith(file))})
		if err == nil {
			t.Errorf("%s: a report is written", name)
		}
	}
}
