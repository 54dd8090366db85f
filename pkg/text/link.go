package text

import (
	"bytes"
	"net/url"
	"regexp"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"golang.org/x/net/idna"
)

// maxAddress is the longest address that becomes a link. Every browser copes
// with it, and it bounds the work of looking for one.
const maxAddress = 2000

// named is a host with a name: "localhost" or "10.0.0.1" tells a reader nothing
// about where it leads, or leads into her own home.
var named = regexp.MustCompile(`^(?:[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$`)

// address returns where a link may lead, as it is written into href, and the
// host that its reader is shown. Only http and https lead anywhere, to a named
// host, and without a user name, whose only use is to look like another host.
func address(destination string) (href, host string, ok bool) {
	if len(destination) > 4 && strings.EqualFold(destination[:4], "www.") {
		destination = "https://" + destination
	}
	if len(destination) > maxAddress || strings.ContainsFunc(destination, ambiguous) {
		return "", "", false
	}
	u, err := url.Parse(escapePercent(destination))
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.User != nil || u.Opaque != "" {
		return "", "", false
	}
	if host, err = asciiHost(u.Hostname()); err != nil || len(host) > 253 || !named.MatchString(host) {
		return "", "", false
	}
	port := u.Port()
	if u.Host = host; port != "" {
		u.Host += ":" + port
	}
	return escapeAddress(u.String()), host, true
}

// ambiguous characters are read differently by different browsers.
func ambiguous(r rune) bool { return r <= ' ' || r == '\\' || r == 0x7F }

// asciiHost writes a host in the letters that no other alphabet can imitate:
// "аpple.com" with a Cyrillic а becomes xn--pple-43d.com.
func asciiHost(host string) (string, error) {
	host = strings.ToLower(host)
	for i := range len(host) {
		if host[i] >= 0x80 {
			return idna.Lookup.ToASCII(host)
		}
	}
	return host, nil
}

// escapePercent repairs a % that escapes nothing, as in "up-to-50%-off".
func escapePercent(s string) string {
	var out strings.Builder
	for i := range len(s) {
		out.WriteByte(s[i])
		if s[i] == '%' && (i+2 >= len(s) || strings.Trim(s[i+1:i+3], "0123456789abcdefABCDEF") != "") {
			out.WriteString("25")
		}
	}
	return out.String()
}

// escapeAddress leaves only characters that mean nothing to HTML, or to a
// reference in a text.
func escapeAddress(s string) string {
	const hex = "0123456789ABCDEF"
	var out strings.Builder
	for i := range len(s) {
		c := s[i]
		if 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || strings.IndexByte("-._~:/?#@!$&()*+,;=%", c) >= 0 {
			out.WriteByte(c)
			continue
		}
		out.WriteByte('%')
		out.WriteByte(hex[c>>4])
		out.WriteByte(hex[c&15])
	}
	return out.String()
}

// says tells whether label is the address itself, so that the host need not be
// told again.
func says(label, href, host string) bool {
	label = strings.TrimSuffix(label, "/")
	href = strings.TrimSuffix(href, "/")
	return strings.EqualFold(label, href) || strings.EqualFold(label, host) ||
		strings.EqualFold("https://"+label, href) || strings.EqualFold("http://"+label, href)
}

// bareLinks finds addresses that stand in the text as they are: "https://…" and
// "www.…", also with the capital that a telephone puts at the start of a
// sentence.
type bareLinks struct{}

// bare finds the host. Looking at that first keeps failing cheap.
var bare = regexp.MustCompile(`^(?i)(?:https?://|www\.)[\pL\pM\pN_-]+(?:\.[\pL\pM\pN_-]+)+(?::[0-9]+)?`)

// Trigger asks for a look after a space, at the start of a line, and after what
// opens a bracket or a quotation.
func (bareLinks) Trigger() []byte { return []byte(openers) }

const openers = ` ("':=|>{~*_`

func (bareLinks) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	start := 0
	if strings.IndexByte(openers, line[0]) >= 0 {
		start = 1
	}
	match := findBare(line[start:])
	if match == nil || pc.IsInLinkLabel() {
		return nil
	}
	block.Advance(start + len(match))
	if start > 0 {
		ast.MergeOrAppendTextSegment(parent, segment.WithStop(segment.Start+1))
	}
	label := ast.NewTextSegment(text.NewSegment(segment.Start+start, segment.Start+start+len(match)))
	label.SetRaw(true)
	link := ast.NewLink()
	link.Destination = match
	link.AppendChild(link, label)
	return link
}

// findBare returns the address that line begins with, or nil.
func findBare(line []byte) []byte {
	const longestHost = 300
	end := len(bare.Find(line[:min(len(line), longestHost)]))
	if end == 0 || end < len(line) && line[end] == '@' {
		return nil
	}
	if end < len(line) && strings.IndexByte("/?#", line[end]) >= 0 {
		path := line[end:min(len(line), maxAddress+1)]
		if stop := bytes.IndexFunc(path, endsAddress); stop >= 0 {
			path = path[:stop]
		}
		end += len(path)
	}
	end -= trailing(line[:end])
	if _, _, ok := address(string(line[:end])); !ok {
		return nil
	}
	return line[:end]
}

// endsAddress tells what an address in the middle of a text stops at.
func endsAddress(r rune) bool {
	return unicode.IsSpace(r) || strings.ContainsRune("<>`\"“”«»", r)
}

// trailing counts the bytes at the end of an address that belong to the sentence
// around it: its full stop, or the bracket that was opened before it.
func trailing(address []byte) int {
	open := bytes.Count(address, []byte("(")) - bytes.Count(address, []byte(")"))
	end := len(address)
	for ; end > 0; end-- {
		switch c := address[end-1]; {
		case strings.IndexByte("?!.,:;*_~'|]}", c) >= 0:
		case c == ')' && open < 0:
			open++
		default:
			return len(address) - end
		}
	}
	return len(address)
}
