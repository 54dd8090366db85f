package text

import (
	"fmt"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// judge looks at rendered HTML as a browser would, and shares no code with the
// policy: it lists what is wrong with it.
func judge(source, rendered string) (wrong []string) {
	complain := func(format string, args ...any) { wrong = append(wrong, fmt.Sprintf(format, args...)) }
	body := &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body}
	nodes, err := html.ParseFragment(strings.NewReader(rendered), body)
	if err != nil {
		return []string{err.Error()}
	}
	var parsed strings.Builder
	for _, node := range nodes {
		outline(&parsed, node)
		judgeNode(node, complain)
	}
	if asWritten, err := written(rendered); err != nil {
		complain("%v", err)
	} else if parsed.String() != asWritten {
		complain("a browser makes another tree of it:\n%s\n%s", asWritten, parsed.String())
	}
	if again := policy.Sanitize(rendered); again != rendered {
		complain("a second pass changes it: %q", again)
	}
	if lost := lostWords(source, rendered); lost != "" {
		complain("%q is lost", lost)
	}
	return wrong
}

var allowed = map[string][]string{
	"p": nil, "br": nil, "hr": nil, "em": nil, "strong": nil, "blockquote": nil, "ul": nil, "li": nil,
	"code": nil, "pre": nil, "small": nil,
	"ol": {"start"}, "a": {"href", "rel"}, "kw-quote": {"ref"}, "kw-name": {"ref"},
}

func judgeNode(node *html.Node, complain func(string, ...any)) {
	switch node.Type {
	case html.TextNode:
	case html.ElementNode:
		attributes, ok := allowed[node.Data]
		if !ok {
			complain("<%s> is outside the policy", node.Data)
		}
		for _, a := range node.Attr {
			if !strings.Contains(" "+strings.Join(attributes, " ")+" ", " "+a.Key+" ") {
				complain("%s on <%s> is outside the policy", a.Key, node.Data)
			}
		}
		if node.Data == "a" {
			judgeLink(node, complain)
		}
	default:
		complain("a node of type %d", node.Type)
	}
	for child := node.FirstChild; child != nil; child = child.NextSibling {
		judgeNode(child, complain)
	}
}

var plainAddress = regexp.MustCompile(`^https?://[a-z0-9._-]+\.[a-z0-9-]*[a-z][a-z0-9-]*(:[0-9]+)?([/?#][!-;=?-z|~]*)?$`)

// judgeLink wants an address that no browser can misread, and its host where a
// reader sees it.
func judgeLink(link *html.Node, complain func(string, ...any)) {
	values := map[string]string{}
	for _, a := range link.Attr {
		values[a.Key] = a.Val
	}
	href := values["href"]
	u, err := url.Parse(href)
	if err != nil || !plainAddress.MatchString(href) || u.User != nil {
		complain("a link to %q", href)
		return
	}
	if values["rel"] != "nofollow ugc noopener noreferrer" {
		complain("rel=%q", values["rel"])
	}
	if seen := strings.ToLower(innerText(link) + innerText(link.NextSibling) + innerText(after(link.NextSibling))); !strings.Contains(seen, u.Hostname()) {
		complain("the host of %q is not shown", href)
	}
	for up := link.Parent; up != nil; up = up.Parent {
		if up.Data == "a" {
			complain("a link in a link")
		}
	}
}

func after(n *html.Node) *html.Node {
	if n == nil {
		return nil
	}
	return n.NextSibling
}

func innerText(n *html.Node) string {
	if n == nil {
		return ""
	}
	if n.Type == html.TextNode {
		return n.Data
	}
	var out strings.Builder
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		out.WriteString(innerText(child))
	}
	return out.String()
}

// outline draws the tree under node.
func outline(out *strings.Builder, node *html.Node) {
	if node.Type != html.ElementNode {
		return
	}
	out.WriteString("(" + node.Data)
	for child := node.FirstChild; child != nil; child = child.NextSibling {
		outline(out, child)
	}
	out.WriteString(")")
}

// written draws the tree that the tags spell, and fails where they do not match.
func written(rendered string) (string, error) {
	var out strings.Builder
	var open []string
	tokens := html.NewTokenizer(strings.NewReader(rendered))
	for {
		switch kind, name := tokens.Next(), ""; kind {
		case html.ErrorToken:
			if len(open) > 0 {
				return "", fmt.Errorf("%v stays open", open)
			}
			return out.String(), nil
		case html.StartTagToken:
			raw, _ := tokens.TagName()
			name = string(raw)
			out.WriteString("(" + name)
			if name == "br" || name == "hr" {
				out.WriteString(")")
			} else {
				open = append(open, name)
			}
		case html.EndTagToken:
			raw, _ := tokens.TagName()
			if len(open) == 0 || open[len(open)-1] != string(raw) {
				return "", fmt.Errorf("</%s> closes %v", raw, open)
			}
			open = open[:len(open)-1]
			out.WriteString(")")
		case html.SelfClosingTagToken, html.CommentToken, html.DoctypeToken:
			return "", fmt.Errorf("%s", tokens.Raw())
		}
	}
}

var latin = regexp.MustCompile(`[a-zA-Z]{3,}`)

// lostWords returns a word of source that is not in rendered. Entities and
// hidden characters change words on purpose, so a source with them is let be.
func lostWords(source, rendered string) string {
	if strings.Contains(source, "&") || Clean(source) != source {
		return ""
	}
	shown := strings.ToLower(html.UnescapeString(rendered))
	for _, word := range latin.FindAllString(source, -1) {
		if !strings.Contains(shown, strings.ToLower(word)) {
			return word
		}
	}
	return ""
}

// mustRender renders source, and fails t if the judge finds anything wrong.
func mustRender(t *testing.T, source string) HTML {
	t.Helper()
	h, err := RenderLong(source)
	if err != nil {
		t.Fatal(err)
	}
	for _, wrong := range judge(source, h.safe) {
		t.Errorf("%q\n→ %q\n%s", source, h.safe, wrong)
	}
	return h
}
