package care

import (
	"regexp"
	"strings"
)

var (
	domain = regexp.MustCompile(`^(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,24}\b`)

	site = regexp.MustCompile(`(?i)\b(?:https?://)?(?:[a-z0-9-]+\.)*(?:facebook\.com|fb\.com|fb\.me|instagram\.com|twitter\.com|x\.com|tiktok\.com|linkedin\.com|threads\.net|bsky\.app|snapchat\.com|t\.me|wa\.me|discord\.gg|linktr\.ee|gofundme\.com|justgiving\.com|caringbridge\.org|strava\.com|tumblr\.com|blogspot\.com|wordpress\.com|substack\.com|medium\.com|flickr\.com|vk\.com)/[^\s<>"]+|\bhttps?://[a-z0-9-]+\.(?:tumblr|blogspot|wordpress|substack|medium|github)\.[a-z]+[^\s<>"]*|\bhttps?://[^\s<>"/]+/(?:@|~|u/|user/|users/|profile/|people/)[^\s<>"]+`)
	mine = regexp.MustCompile(`(?i)\b(?:my|our|mi|nuestra)[ \t]+(?:own[ \t]+)?(?:web[ \t]?site|site|blog|page|channel|profile|photos?|shop|web|página|perfil|canal|tienda)[ \t]*(?:is|are|es|at|here|:|-)*[ \t]*((?:https?://|www\.)[^\s<>"]+)`)
)

// addresses looks for mail and web addresses.
func (s *scanner) addresses() {
	for at := 0; ; at++ {
		next := strings.IndexByte(s.text[at:], '@')
		if next < 0 {
			break
		}
		at += next
		if from := mailbox(s.text[:at]); from < at {
			if host := domain.FindString(s.text[at+1 : min(len(s.text), at+254)]); host != "" {
				s.add(Email, string(Email), span{from, at + 1 + len(host)})
			}
		}
	}
	if !strings.Contains(s.text, "/") {
		return
	}
	for _, match := range site.FindAllStringIndex(s.text, -1) {
		s.add(Profile, string(Profile), s.sentence(match[0], match[1]))
	}
	for _, match := range mine.FindAllStringSubmatchIndex(s.text, -1) {
		s.add(Profile, string(Profile), s.sentence(match[2], match[3]))
	}
}

// mailbox returns where the part of an address before the @ begins.
func mailbox(before string) (from int) {
	from = len(before)
	for from > 0 && len(before)-from < 64 && (before[from-1] < 0x80 && letter(rune(before[from-1])) || strings.IndexByte("._%+'-", before[from-1]) >= 0) {
		from--
	}
	for from < len(before) && !letter(rune(before[from])) {
		from++
	}
	return from
}

// sentence takes the full stop of its sentence off an address.
func (s *scanner) sentence(from, to int) span {
	return span{from, from + len(strings.TrimRight(s.text[from:to], ".,;:!?)'”’"))}
}
