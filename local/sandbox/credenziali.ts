/** The credentials of the demonstration machine, in one place: the gateway's bootstrap creates the first two, the seed the others. */
export const AMMINISTRATORE = { username: "amministratore", password: "Fiorino-2026" } as const;
/** The bootstrap operator as the deployment's parameter `amministratore` wants it: a scrypt hash of the password above, never the password. */
export const AMMINISTRATORE_INIZIALE = {
  principal: AMMINISTRATORE.username,
  hash: "scrypt$16384$8$1$cj7kHhlaITmwS-rykWTQwg$XoUlBAukB6SNVBPcfwdzoV2HB_aXxbfdiQg_GQ79b-I",
} as const;

/** A station of the legacy family (version V1), of an intermediary of its own: not in the seed, whoever wants it declares it with this password. */
export const STAZIONE_STORICA = { idIntermediario: "99001122342", idStazione: "99001122342_01", password: "Storica-2026" } as const;

export const NODO = { username: "nodo", password: "Nodo-2026" } as const;
export const OPERATORE = { username: "operatore", password: "Sportello-2026" } as const;
export const APPLICAZIONE = { idA2A: "GEST-TRIBUTI", username: "gest-tributi", password: "Tributi-2026" } as const;
/** The application of the demonstration system that keeps its debts to itself and answers for them when asked. */
export const VERTICALE = { idA2A: "GEST-MULTE", username: "gest-multe", password: "Multe-2026" } as const;

/** What the gateway presents to the creditor's own system (EC API) and to the platform's REST services. */
export const ENTE = { username: "fiorino", password: "Ente-2026" } as const;
export const CHIAVE_SOTTOSCRIZIONE = "sandbox-chiave-di-sottoscrizione";
/** How the registry names it: the key itself is in the machine's Secrets Manager. */
export const RIFERIMENTO_CHIAVE = "segreto:sottoscrizione";
export const RIFERIMENTO_PASSWORD_ENTE = "segreto:ente";
/** Secret with which the gateway's login presents itself to the identity provider of the sandbox. */
export const SEGRETO_CONSOLE = "console-di-prova-2026-segreta";
/** The same for the citizens' login, at the providers that the configuration of the installation names. */
export const SEGRETO_CITTADINI = "cittadini-di-prova-2026-segreto";
export const CITTADINI_CLIENT = "fiorino-cittadini";
/** The identity provider as the deployment's parameter `identita` declares it, and what its groups are worth. */
export const PROVIDER = {
  id: "sandbox",
  nome: "Identità dimostrativa",
  emittente: "{urlPubblico}/sandbox/identita",
  destinatari: ["fiorino-api"],
  gruppi: {
    "fiorino-amministratori": { ruoli: ["amministratori"], domini: "*", tipiPendenza: "*" },
    "fiorino-contabili": { ruoli: ["contabili"], domini: "*", tipiPendenza: "*" },
    "fiorino-sportello": { ruoli: ["sportello"], domini: [{ idDominio: "01234567897" }], tipiPendenza: "*" },
  },
  client: { id: "fiorino-console", segreto: "segreto:identita", scope: "openid profile groups" },
} as const;

/** What the machine's Secrets Manager is born with. */
export const SEGRETI: Readonly<Record<string, string>> = {
  "locale-fiorino-connettori/identita": SEGRETO_CONSOLE,
  "locale-fiorino-connettori/cittadini": SEGRETO_CITTADINI,
  "locale-fiorino-connettori/sottoscrizione": JSON.stringify({ primaria: CHIAVE_SOTTOSCRIZIONE, scadenza: "2099-12-31" }),
  "locale-fiorino-connettori/ente": ENTE.password,
  "locale-fiorino-connettori/pec": "Pec-2026",
  "locale-fiorino-connettori/send": "sandbox-chiave-send",
};

/** Value of an `Authorization` header of HTTP Basic. */
export const basic = (chi: { readonly username: string; readonly password: string }): string =>
  `Basic ${Buffer.from(`${chi.username}:${chi.password}`).toString("base64")}`;
