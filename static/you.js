// What saves a step on the pages of an account. Each of its controls is made here,
// so none is ever there and dead.
(() => {
	"use strict";
	const all = (what) => [...document.querySelectorAll(what)];
	const button = (words) => {
		const made = document.createElement("button");
		made.type = "button";
		made.className = "btn quiet";
		made.textContent = words;
		return made;
	};
	for (const part of all("[data-no-script]")) part.hidden = true;

	// The six words on paper.
	for (const row of all("[data-print]")) {
		const print = button(row.dataset.print);
		print.classList.add("slim");
		print.addEventListener("click", () => window.print());
		row.append(print);
	}

	// A password manager keeps the name that is chosen beside the passphrase.
	for (const mirror of all("[data-mirror]")) {
		const { form } = mirror;
		const own = form.elements.namedItem("own");
		form.addEventListener("input", () => { mirror.value = own.value.trim() || new FormData(form).get("name"); });
	}

	// Passkeys: a browser takes and gives bytes, and a form carries letters.
	if (!window.PublicKeyCredential) return;
	const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
	const letters = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
	const known = (keys = []) => keys.map((key) => ({ ...key, id: bytes(key.id) }));
	const asked = {
		get: (o) => navigator.credentials.get({ publicKey: { ...o, challenge: bytes(o.challenge), allowCredentials: known(o.allowCredentials) } }),
		create: (o) => navigator.credentials.create({ publicKey: { ...o, challenge: bytes(o.challenge), user: { ...o.user, id: bytes(o.user.id) }, excludeCredentials: known(o.excludeCredentials) } }),
	};
	const answer = (key) => {
		const response = {};
		for (const part of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
			if (key.response[part]) response[part] = letters(key.response[part]);
		}
		if (key.response.getTransports) response.transports = key.response.getTransports();
		return JSON.stringify({ id: key.id, rawId: letters(key.rawId), type: key.type, response, clientExtensionResults: key.getClientExtensionResults() });
	};
	const field = (form) => {
		const made = document.createElement("div");
		made.className = "field";
		const label = document.createElement("label"), hint = document.createElement("span"), input = document.createElement("input");
		label.htmlFor = input.id = "label";
		label.textContent = form.dataset.label;
		hint.className = "hint";
		hint.id = "label-hint";
		hint.textContent = form.dataset.hint;
		input.type = "text";
		input.name = "label";
		input.value = form.dataset.value;
		input.autocomplete = "off";
		input.setAttribute("aria-describedby", hint.id);
		made.append(label, hint, input);
		form.append(made);
	};
	for (const form of all("form[data-passkey]")) {
		const { passkey, ask, words, failed, label } = form.dataset;
		if (label) field(form);
		const start = button(words), said = document.createElement("p");
		said.setAttribute("role", "status");
		said.className = "why";
		form.append(start, said);
		start.addEventListener("click", async () => {
			said.textContent = "";
			try {
				const reply = await fetch(ask, { method: "POST", body: new URLSearchParams() });
				if (!reply.ok) throw new Error(reply.statusText);
				if (!reply.headers.get("Content-Type").startsWith("application/json")) return location.reload(); // who is there is to be shown first
				const { asked: token, options } = await reply.json();
				const key = await asked[passkey](options.publicKey);
				form.elements.namedItem("asked").value = token;
				form.elements.namedItem("answer").value = answer(key);
				if (document.getElementById("shared")?.checked) {
					const shared = document.createElement("input");
					shared.type = "hidden";
					shared.name = "shared";
					shared.value = "1";
					form.append(shared);
				}
				form.submit();
			} catch {
				said.textContent = failed;
			}
		});
		// Enter in the label's field asks too, and sends nothing by itself.
		form.addEventListener("submit", (event) => {
			event.preventDefault();
			start.click();
		});
	}
})();
