package account

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/go-webauthn/webauthn/protocol"
	"github.com/go-webauthn/webauthn/webauthn"
	"github.com/rivo/uniseg"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/seal"
)

// Passkey is a key that a phone, a computer or a small device keeps for its owner.
// It opens the account by itself, and counts as the second factor: it is in
// somebody's hand, and asks for their finger, face or number.
type Passkey struct {
	PID   string
	Label string
	Made  Day
	Used  Day
}

// mostPasskeys is more than anybody has devices.
const mostPasskeys = 20

// WithPasskeys offers passkeys at origins, such as https://kindword.example, all of
// one host. Without it there are none. siteName is what a browser shows beside them.
func WithPasskeys(host, siteName string, origins ...string) Option {
	return func(a *Accounts) {
		a.siteName = siteName
		a.passkeys = &webauthn.Config{
			RPID: host, RPDisplayName: siteName, RPOrigins: origins,
			AttestationPreference: protocol.PreferNoAttestation,
			AuthenticatorSelection: protocol.AuthenticatorSelection{
				ResidentKey:        protocol.ResidentKeyRequirementRequired,
				RequireResidentKey: protocol.ResidentKeyRequired(),
				UserVerification:   protocol.VerificationRequired,
			},
			// Some password managers answer more than they were asked.
			ExtensionsUnsolicitedOutputPolicy: protocol.UnsolicitedOutputPolicyIgnore,
		}
	}
}

func (a *Accounts) startPasskeys() (err error) {
	if a.passkeys == nil {
		return nil
	}
	if a.webauthn, err = webauthn.New(a.passkeys); err != nil {
		return fmt.Errorf("offer passkeys: %w", err)
	}
	return nil
}

// OffersPasskeys reports whether this site can use passkeys at all.
func (a *Accounts) OffersPasskeys() bool { return a.webauthn != nil }

// keeper is an account as the passkey library asks for one.
type keeper struct {
	id     ID
	handle []byte
	shown  string
	keys   []webauthn.Credential
}

func (k *keeper) WebAuthnID() []byte                         { return k.handle }
func (k *keeper) WebAuthnName() string                       { return k.shown }
func (k *keeper) WebAuthnDisplayName() string                { return k.shown }
func (k *keeper) WebAuthnCredentials() []webauthn.Credential { return k.keys }

// BeginPasskey returns what by's browser is to be asked for a new passkey, as JSON,
// and the token of the asking.
func (a *Accounts) BeginPasskey(ctx context.Context, by Account) (options []byte, token string, err error) {
	if err := a.mustHaveProved(by); err != nil {
		return nil, "", err
	}
	if !a.OffersPasskeys() {
		return nil, "", fault.New(fault.NotFound, "fault.not_here")
	}
	k, err := findKeeper(ctx, a.db, by.ID)
	if err != nil {
		return nil, "", err
	}
	if len(k.keys) >= mostPasskeys {
		return nil, "", fault.New(fault.Conflict, "fault.passkeys_many", "Most", mostPasskeys)
	}
	creation, session, err := a.webauthn.BeginRegistration(k,
		webauthn.WithExclusions(webauthn.Credentials(k.keys).CredentialDescriptors()))
	if err != nil {
		return nil, "", fmt.Errorf("begin a passkey: %w", err)
	}
	options, err = json.Marshal(creation)
	return options, a.ceremonies.begin(by.ID, *session, a.now()), err
}

// KeepPasskey adds the passkey with which a browser answered, under a label of its
// owner's own.
func (a *Accounts) KeepPasskey(ctx context.Context, by Account, token, label string, answer []byte) (Passkey, error) {
	if err := a.mustHaveProved(by); err != nil {
		return Passkey{}, err
	}
	label, err := cleanLabel(label)
	if err != nil {
		return Passkey{}, err
	}
	session, ok := a.ceremonies.take(by.ID, token, a.now())
	if !ok {
		return Passkey{}, fault.New(fault.Invalid, "fault.passkey_again")
	}
	k, err := findKeeper(ctx, a.db, by.ID)
	if err != nil {
		return Passkey{}, err
	}
	parsed, err := protocol.ParseCredentialCreationResponseBytes(answer)
	if err != nil {
		return Passkey{}, fault.New(fault.Invalid, "fault.passkey_wrong")
	}
	credential, err := a.webauthn.CreateCredential(k, session, parsed)
	if err != nil {
		return Passkey{}, fault.New(fault.Invalid, "fault.passkey_wrong")
	}
	p := Passkey{PID: seal.PublicID(), Label: label, Made: a.today(), Used: a.today()}
	err = a.db.Tx(ctx, func(tx *db.Tx) error { return insertPasskey(ctx, tx, by.ID, p, *credential) })
	if a.db.Taken(err) {
		return Passkey{}, fault.New(fault.Conflict, "fault.passkey_known")
	}
	return p, err
}

// Passkeys returns by's passkeys.
func (a *Accounts) Passkeys(ctx context.Context, by Account) ([]Passkey, error) {
	return findPasskeys(ctx, a.db, by.ID)
}

// NamePasskey gives one of by's passkeys another label.
func (a *Accounts) NamePasskey(ctx context.Context, by Account, pid, label string) error {
	label, err := cleanLabel(label)
	if err != nil {
		return err
	}
	return a.db.Tx(ctx, func(tx *db.Tx) error { return here(setPasskeyLabel(ctx, tx, by.ID, pid, label)) })
}

// RemovePasskey makes one of by's passkeys open nothing any more. The last way in
// but the six words may go too: they open the account by themselves.
func (a *Accounts) RemovePasskey(ctx context.Context, by Account, pid string) error {
	if err := a.mustHaveProved(by); err != nil {
		return err
	}
	return a.db.Tx(ctx, func(tx *db.Tx) error { return here(deletePasskey(ctx, tx, by.ID, pid)) })
}

// cleanLabel returns what somebody calls a session or a passkey, on one line.
func cleanLabel(label string) (string, error) {
	label = strings.Join(strings.Fields(strings.ToValidUTF8(label, "")), " ")
	if uniseg.GraphemeClusterCount(label) > longestLabel {
		return "", fault.Field("label", "fault.label_long", "Most", longestLabel)
	}
	return label, nil
}
