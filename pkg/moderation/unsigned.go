package moderation

import "strings"

// unsigned returns a message without the line on which a moderator signed it, as the
// suggested letters are signed: whoever answers an appeal looks at what was decided and
// not at who did.
func unsigned(message, name string) string {
	lines := strings.Split(message, "\n")
	for i, line := range lines {
		if line = strings.TrimSpace(line); name != "" && (line == name || strings.HasPrefix(line, name+",")) {
			lines[i] = "…"
		}
	}
	return strings.Join(lines, "\n")
}
