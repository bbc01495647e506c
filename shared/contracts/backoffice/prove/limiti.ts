/**
 * Limits of every field that is written in the registry, copied by hand from the reference (2.0, 2.11–2.16) and from our own extensions: values
 * at the limit that must pass, values past it that must not. Nothing here comes from the schemas under test.
 */
export interface Limite {
  readonly si: readonly unknown[];
  readonly no: readonly unknown[];
}

const ASSENTE = undefined;
export const opzionale = ({ si, no }: Limite): Limite => ({ si: [...si, ASSENTE, null], no });
export const obbligatorio = ({ si, no }: Limite): Limite => ({ si, no: [...no, ASSENTE, null] });

const x = (n: number): string => "x".repeat(n);
const testo = (n: number): Limite => ({ si: ["x", x(n), "è à €"], no: ["", x(n + 1), 7, {}, "a\u0000b", "a\nb"] });
const booleano: Limite = { si: [true, false], no: ["true", 1, 0, {}] };
const cifre = (da: number, a: number): Limite => ({
  si: ["1".repeat(da), "9".repeat(a)],
  no: ["", "1".repeat(a + 1), ...(da > 1 ? ["1".repeat(da - 1)] : []), "a".repeat(a), "１".repeat(da), ` ${"1".repeat(a)}`, 1],
});
const scelta = (...valori: readonly string[]): Limite => ({
  si: valori,
  no: ["", "ALTRO?", valori[0]?.toLowerCase() === valori[0] ? "X" : valori[0]?.toLowerCase(), 1],
});
const intero = (da: number, a: number): Limite => ({ si: [da, a], no: [da - 1, a + 1, da + 0.5, String(da), Number.NaN] });
const libero: Limite = { si: ["e30=", { a: 1 }], no: ["", 1, true, []] };
const codice = (n: number, altri = ""): Limite => ({
  si: ["a", "A-z_0", `${"a".repeat(n - 1)}Z`, ...altri],
  no: ["", "a".repeat(n + 1), "a b", "à", "a/b", 1, "a\u0000"],
});

const email: Limite = {
  si: ["a@b", "a.b+c_d@e-f.it", `${x(248)}@ente.it`],
  no: ["", "a", "a@", "@b", "a b@c", "a@b..c", `${x(249)}@ente.it`, 1],
};
const url: Limite = {
  si: ["https://ente.example/api", `https://ente.example/${x(234)}`],
  no: ["", "ente.example", "ftp://ente.example", "javascript:alert(1)", `https://ente.example/${x(235)}`, 1],
};
const segreto: Limite = { si: ["s", x(255), "segreto:chiave_1.a-b"], no: ["", x(256), "segreto:", "segreto:con spazi", 1] };
const iban: Limite = {
  si: ["IT60X0542811101000000123456", "it60x", `DE00${x(30)}`],
  no: ["", "IT6", "1T60X", "IT60", `DE00${x(31)}`, "IT60 X05", 1],
};
const pem = "-----BEGIN CERTIFICATE-----\nQUJD\n-----END CERTIFICATE-----\n";
const principal: Limite = { si: ["a", x(4_000), "CN=nodo, O=pagoPA"], no: ["", x(4_001), 1] };
const password: Limite = { si: ["Segreta1", `Aa1${x(100)}`], no: ["", "Segret1", "segreta1", "SEGRETA1", "Segretaa", "Segreta 1", 1] };
const giorno: Limite = { si: ["2026-02-28", "2024-02-29"], no: ["", "2026-02-29", "28/02/2026", "2026-2-8", "2026-02-28T00:00:00Z", 1] };

const BASIC = { username: "u", password: "p" };
const auth: Limite = {
  si: [
    BASIC,
    { username: x(255) },
    { headerName: "X-A", headerValue: x(255) },
    { apiId: "a", apiKey: "k" },
    { clientId: "c", clientSecret: "s", urlTokenEndpoint: "https://t.example/t", scope: x(255) },
  ],
  no: [
    {},
    "basic",
    { ...BASIC, altro: 1 },
    { username: x(256), password: "p" },
    { username: "u", password: "" },
    { clientId: "c", clientSecret: "s" },
    [],
  ],
};
const connettore = (prefisso: string): Record<string, Limite> => ({
  [`${prefisso}.url`]: obbligatorio(url),
  [`${prefisso}.auth`]: opzionale(auth),
  [`${prefisso}.subscriptionKey`]: opzionale(segreto),
  [`${prefisso}.abilitaGDE`]: opzionale(booleano),
});

const recapiti: Record<string, Limite> = {
  indirizzo: opzionale(testo(70)),
  civico: opzionale(testo(16)),
  cap: opzionale(testo(16)),
  localita: opzionale(testo(35)),
  provincia: opzionale(testo(35)),
  nazione: opzionale({ si: ["IT", "FR"], no: ["", "I", "ITA", "it", "I1", 1] }),
  email: opzionale(email),
  pec: opzionale(email),
  tel: opzionale(testo(255)),
  fax: opzionale(testo(255)),
  web: opzionale(testo(255)),
  area: opzionale(testo(255)),
};

const esportazione = (prefisso: string, tipi: readonly string[]): Record<string, Limite> => ({
  [`${prefisso}.abilitato`]: obbligatorio(booleano),
  [`${prefisso}.tipoConnettore`]: opzionale(scelta(...tipi)),
  [`${prefisso}.versioneCsv`]: opzionale(testo(35)),
  [`${prefisso}.versioneZip`]: opzionale(testo(35)),
  [`${prefisso}.emailIndirizzi`]: opzionale({
    si: [["a@b.it"], Array(20).fill("a@b.it")],
    no: [[], Array(21).fill("a@b.it"), ["a"], "a@b.it"],
  }),
  [`${prefisso}.emailSubject`]: opzionale(testo(255)),
  [`${prefisso}.emailAllegato`]: opzionale({ si: [true], no: ["true", 1] }),
  [`${prefisso}.downloadBaseUrl`]: opzionale(url),
  [`${prefisso}.fileSystemPath`]: opzionale({ si: ["/a/b.c", x(255)], no: ["", "../a", "a/../../b", "a b", x(256), 1] }),
  [`${prefisso}.tipiPendenza`]: opzionale({
    si: [["*"], ["TARI", "a.b"], [], Array(2_000).fill("T")],
    no: [["a b"], Array(2_001).fill("T"), "*", [1]],
  }),
  [`${prefisso}.intervalloCreazioneTracciato`]: opzionale(intero(1, 8_760)),
});

const avvisatura = (prefisso: string, altri: Record<string, Limite>): Record<string, Limite> => ({
  [`${prefisso}.abilitato`]: obbligatorio(booleano),
  [`${prefisso}.tipo`]: opzionale(testo(35)),
  [`${prefisso}.oggetto`]: opzionale(libero),
  [`${prefisso}.messaggio`]: opzionale(libero),
  ...Object.fromEntries(Object.entries(altri).map(([nome, limite]) => [`${prefisso}.${nome}`, opzionale(limite)])),
});
const preavviso: Limite = { si: [0, 365], no: [-1, 1.5, "10"] };

const portale = (prefisso: string): Record<string, Limite> => ({
  [`${prefisso}.abilitato`]: obbligatorio(booleano),
  [`${prefisso}.form.tipo`]: obbligatorio(testo(35)),
  [`${prefisso}.form.definizione`]: obbligatorio(libero),
  [`${prefisso}.validazione`]: opzionale(libero),
  [`${prefisso}.trasformazione.tipo`]: obbligatorio(testo(35)),
  [`${prefisso}.trasformazione.definizione`]: obbligatorio(libero),
  [`${prefisso}.inoltro`]: opzionale(codice(35)),
});

const tipo: Record<string, Limite> = {
  codificaIUV: opzionale(cifre(1, 4)),
  pagaTerzi: opzionale(booleano),
  abilitato: opzionale(booleano),
  ...portale("portaleBackoffice"),
  ...portale("portalePagamento"),
  "portalePagamento.form.impaginazione": opzionale(libero),
  ...avvisatura("avvisaturaMail.promemoriaAvviso", { allegaPdf: booleano }),
  ...avvisatura("avvisaturaMail.promemoriaRicevuta", { allegaPdf: booleano, soloEseguiti: booleano }),
  ...avvisatura("avvisaturaMail.promemoriaScadenza", { preavviso }),
  "avvisaturaMail.soloSeNonRaggiunto": opzionale(booleano),
  ...avvisatura("avvisaturaAppIO.promemoriaAvviso", {}),
  ...avvisatura("avvisaturaAppIO.promemoriaRicevuta", { soloEseguiti: booleano }),
  ...avvisatura("avvisaturaAppIO.promemoriaScadenza", { preavviso }),
  visualizzazione: opzionale(libero),
  "tracciatoCsv.tipo": obbligatorio(testo(35)),
  "tracciatoCsv.intestazione": obbligatorio({ si: ["a,b", x(10_000)], no: ["", x(10_001), 1] }),
  "tracciatoCsv.richiesta": obbligatorio(libero),
  "tracciatoCsv.risposta": obbligatorio({ si: ["e30=", {}, ["a"], Array(500).fill("a")], no: ["", 1, [], Array(501).fill("a")] }),
};

const utenza: Record<string, Limite> = {
  password: opzionale(password),
  domini: opzionale({
    si: [["*"], ["01234567890"], [{ idDominio: "01234567890", unitaOperative: ["UO"] }], [], Array(2_000).fill("*")],
    no: [["0123456789"], [{ idDominio: "x" }], [{ idDominio: "*", altro: 1 }], "*", Array(2_001).fill("*")],
  }),
  tipiPendenza: opzionale({ si: [["*"], ["TARI"], ["autodeterminazione"], []], no: [["a b"], "*", [1], Array(2_001).fill("T")] }),
  acl: opzionale({
    si: [[{ servizio: "Pendenze", autorizzazioni: ["R", "W"] }], []],
    no: [[{ servizio: "Luna", autorizzazioni: ["R"] }], [{ servizio: "Pendenze", autorizzazioni: ["X"] }], [{ servizio: "Pendenze" }], {}],
  }),
  ruoli: opzionale({ si: [["a-B_1"], [x(255)], []], no: [["a b"], [x(256)], [""], Array(51).fill("r")] }),
  abilitato: opzionale(booleano),
};

const CONNETTORI = [
  "servizioPagoPaCheckout",
  "servizioPagoPaFR",
  "servizioPagoPaRecuperoRT",
  "servizioPagoPaACA",
  "servizioPagoPaGPD",
  "servizioPagoPaBackofficeEC",
];
const esempio = { url: "https://pagopa.example" };
const PORTALE = {
  abilitato: true,
  form: { tipo: "formly", definizione: "e30=" },
  trasformazione: { tipo: "freemarker", definizione: "e30=" },
};
const TIPO_DOMINIO = {
  portaleBackoffice: PORTALE,
  portalePagamento: PORTALE,
  avvisaturaMail: {
    promemoriaAvviso: { abilitato: true },
    promemoriaRicevuta: { abilitato: true },
    promemoriaScadenza: { abilitato: true },
  },
  avvisaturaAppIO: {
    promemoriaAvviso: { abilitato: true },
    promemoriaRicevuta: { abilitato: true },
    promemoriaScadenza: { abilitato: true },
  },
  tracciatoCsv: { tipo: "freemarker", intestazione: "a", richiesta: "e30=", risposta: "e30=" },
};
const EXPORT = {
  ...{
    abilitato: true,
    tipoConnettore: "EMAIL",
    emailIndirizzi: ["a@b.it"],
    versioneCsv: "1",
    versioneZip: "1",
    intervalloCreazioneTracciato: 24,
  },
  ...{ fileSystemPath: "/a", downloadBaseUrl: "https://ente.example" },
};
/** Fields that an enabled connector asks for are optional in a disabled one. */
const SPENTO = { ...EXPORT, abilitato: false };

/** By operation: a body that passes, and what each of its fields may be. */
export const LIMITI: Readonly<
  Record<string, { readonly base: Readonly<Record<string, unknown>>; readonly campi: Readonly<Record<string, Limite>> }>
> = {
  addIntermediario: {
    base: {
      denominazione: "Partner",
      principalPagoPa: "nodo",
      servizioPagoPa: { urlRPT: "https://pagopa.example" },
      ...Object.fromEntries(CONNETTORI.map((nome) => [nome, esempio])),
    },
    campi: {
      denominazione: obbligatorio(testo(255)),
      principalPagoPa: obbligatorio(principal),
      altriPrincipalPagoPa: opzionale({ si: [["a"], Array(4).fill("a"), []], no: [Array(5).fill("a"), [""], "a"] }),
      certificatiPagoPa: opzionale({ si: [[pem], Array(4).fill(pem)], no: [Array(5).fill(pem), ["x"], pem, [pem.replace("END", "FINE")]] }),
      passwordPagoPa: opzionale(password),
      "servizioPagoPa.urlRPT": obbligatorio(url),
      "servizioPagoPa.auth": opzionale(auth),
      "servizioPagoPa.subscriptionKey": opzionale(segreto),
      ...Object.assign({}, ...CONNETTORI.map(connettore)),
      servizioFtp: opzionale({ si: [{}, { ftp_lettura: {} }], no: ["ftp", 1, []] }),
      abilitato: opzionale(booleano),
    },
  },
  addStazione: {
    base: { versione: "V2", abilitato: true },
    campi: {
      versione: obbligatorio({ si: ["V1", "V2"], no: ["", "v1", "V3", 1] }),
      password: opzionale(testo(35)),
      abilitato: obbligatorio(booleano),
    },
  },
  addDominio: {
    base: {
      ...{
        ragioneSociale: "Comune",
        gln: "8000000000019",
        stazione: "80008000801_01",
        auxDigit: "3",
        segregationCode: "01",
        scaricaFr: true,
        abilitato: true,
      },
      ...{ servizioMyPivot: { ...SPENTO, codiceIPA: "c_a1" }, servizioSecim: { ...SPENTO, codiceCliente: "1" }, servizioGovPay: SPENTO },
      ...{ servizioHyperSicAPKappa: SPENTO, servizioMaggioliJPPA: { ...SPENTO, url: "https://jppa.example", auth: BASIC } },
    },
    campi: {
      ragioneSociale: obbligatorio(testo(70)),
      intermediato: opzionale({ si: [true], no: ["true", 1] }),
      ...recapiti,
      gln: obbligatorio(cifre(13, 13)),
      cbill: opzionale({ si: ["AB12C", "00000"], no: ["", "AB12", "AB12CD", "ab12c", 12345] }),
      stazione: obbligatorio({ si: ["80008000801_99"], no: ["", "80008000801", "80008000801_1", "80008000801_001", "8000800080_01", 1] }),
      altreStazioni: opzionale({
        si: [["80008000801_02"], Array(5).fill("80008000801_02")],
        no: [[], ["x"], Array(6).fill("80008000801_02")],
      }),
      auxDigit: obbligatorio({ si: ["0", "1", "2", "3"], no: ["", "4", "00", 3] }),
      segregationCode: obbligatorio({ si: ["00", "49"], no: ["", "50", "1", "001", 1] }),
      iuvPrefix: opzionale({
        si: ["1", "%(y)%(t)9", "%(a)%(p)%(Y)%(u)", "1".repeat(35)],
        no: ["", "%(q)", "a", "%y", "%(y", "1".repeat(36), 1],
      }),
      logo: opzionale({ si: ["AAAA", "A".repeat(100_000)], no: ["", "AAA", "§§§§", "A".repeat(100_004), 1] }),
      autStampaPosteItaliane: opzionale(testo(255)),
      tassonomiaPagoPA: opzionale({ si: ["01", "12"], no: ["", "00", "13", "1", 1] }),
      modalitaPagoPA: opzionale(scelta("SINCRONA", "SINCRONA_ACA", "GPD")),
      cambioIbanConApprovazione: opzionale(booleano),
      annullamentiConApprovazione: opzionale(booleano),
      scaricaFr: obbligatorio(booleano),
      regoleCaricamento: opzionale({
        si: [{}, { cifreControllo: "SEGNALA", tassonomia: "RIFIUTA" }],
        no: [{ tassonomia: "IGNORA" }, { altro: 1 }, "SEGNALA"],
      }),
      abilitato: obbligatorio(booleano),
      ...esportazione("servizioMyPivot", ["EMAIL", "FILESYSTEM"]),
      "servizioMyPivot.codiceIPA": opzionale(testo(35)),
      ...esportazione("servizioSecim", ["EMAIL", "FILESYSTEM"]),
      "servizioSecim.codiceCliente": opzionale(testo(35)),
      "servizioSecim.codiceIstituto": opzionale(testo(35)),
      ...esportazione("servizioGovPay", ["EMAIL", "FILESYSTEM", "REST"]),
      "servizioGovPay.url": opzionale(url),
      "servizioGovPay.versioneApi": opzionale({ si: ["REST v1", "REST v2"], no: ["", "REST v3", 1] }),
      "servizioGovPay.auth": opzionale(auth),
      "servizioGovPay.contenuti": opzionale({ si: [["SINTESI_PAGAMENTI", "RPP"], []], no: [["ALTRO"], "RPP", Array(5).fill("RPP")] }),
      ...esportazione("servizioHyperSicAPKappa", ["EMAIL", "FILESYSTEM"]),
      ...esportazione("servizioMaggioliJPPA", ["EMAIL", "FILESYSTEM", "REST"]),
      "servizioMaggioliJPPA.url": opzionale(url),
      "servizioMaggioliJPPA.auth": opzionale(auth),
      "servizioMaggioliJPPA.inviaTracciatoEsito": opzionale(booleano),
      "servizioMaggioliJPPA.dataUltimaRT": opzionale({
        si: ["2026-01-31T10:00:00Z", "2026-01-31T10:00:00.000+01:00"],
        no: ["", "2026-01-31", "ieri", 1],
      }),
    },
  },
  addUnitaOperativa: {
    base: { ragioneSociale: "Ufficio" },
    campi: { ragioneSociale: obbligatorio(testo(70)), ...recapiti, abilitato: opzionale(booleano) },
  },
  addContiAccredito: {
    base: { postale: false, abilitato: true },
    campi: {
      postale: obbligatorio(booleano),
      abilitato: obbligatorio(booleano),
      bic: opzionale({ si: ["PASCITMM", "PASCITMMXXX"], no: ["", "PASCITM", "PASCITMMX", "pascitmm", "PASCIT1M", "PASCITMO", 1] }),
      mybank: opzionale(booleano),
      fineValidita: opzionale(giorno),
      descrizione: opzionale(testo(255)),
      intestatario: opzionale(testo(255)),
      autStampaPosteItaliane: opzionale(testo(255)),
    },
  },
  addEntrata: {
    base: { descrizione: "Rifiuti", tipoContabilita: "ALTRO", codiceContabilita: "0101101TS" },
    campi: {
      descrizione: obbligatorio(testo(255)),
      tipoContabilita: obbligatorio(scelta("CAPITOLO", "SPECIALE", "SIOPE", "ALTRO")),
      codiceContabilita: obbligatorio({ si: ["abc", x(138)], no: ["", "ab", x(139), "a b c", 1] }),
    },
  },
  addEntrataDominio: {
    base: {},
    campi: {
      ibanAccredito: opzionale(iban),
      ibanAppoggio: opzionale(iban),
      tipoContabilita: opzionale(scelta("CAPITOLO", "SPECIALE", "SIOPE", "ALTRO")),
      codiceContabilita: opzionale({ si: ["abc", x(138)], no: ["", "ab", x(139), "a b c", 1] }),
      abilitato: opzionale(booleano),
    },
  },
  addTipoPendenza: { base: { descrizione: "Rifiuti", ...TIPO_DOMINIO }, campi: { descrizione: obbligatorio(testo(255)), ...tipo } },
  addTipoPendenzaDominio: {
    base: TIPO_DOMINIO,
    campi: {
      ...tipo,
      modalitaPagoPA: opzionale(scelta("SINCRONA", "SINCRONA_ACA", "GPD")),
      "avvisaturaAppIO.apiKey": opzionale(testo(255)),
      servizioPagoPA: opzionale({ si: [], no: [{}, "x", { abilitato: true }] }),
    },
  },
  addApplicazione: {
    base: { principal: "app", codificaAvvisi: { regExpIuv: "\\d+" }, servizioIntegrazione: { url: "https://ente.example" } },
    campi: {
      principal: obbligatorio(principal),
      ...utenza,
      "codificaAvvisi.codificaIuv": opzionale(cifre(1, 15)),
      "codificaAvvisi.regExpIuv": opzionale({ si: ["\\d+", x(1_024)], no: ["", x(1_025), 1] }),
      "codificaAvvisi.generazioneIuvInterna": opzionale(booleano),
      apiPagamenti: opzionale(booleano),
      apiPendenze: opzionale(booleano),
      apiRagioneria: opzionale(booleano),
      "servizioIntegrazione.url": obbligatorio(url),
      "servizioIntegrazione.versioneApi": { si: ["REST v1", "REST v2", undefined], no: ["", "REST v3", 1] },
      "servizioIntegrazione.auth": opzionale(auth),
      aggiornamentoValiditaMandatorio: opzionale(booleano),
    },
  },
  addOperatore: { base: { ragioneSociale: "Anna" }, campi: { ragioneSociale: obbligatorio(testo(35)), ...utenza } },
};

/** Identifiers in the paths (reference 2.0). */
export const IDENTIFICATIVI: Readonly<Record<string, Limite>> = {
  idDominio: cifre(11, 11),
  idIntermediario: cifre(11, 11),
  idStazione: { si: ["80008000801_01"], no: ["", "80008000801", "80008000801_1", "80008000801_0a", "80008000801-01"] },
  idUnitaOperativa: codice(35),
  ibanAccredito: iban,
  idEntrata: { si: ["a", "a.b-c_1", x(35)], no: ["", x(36), "a b", "à", "a/b"] },
  idTipoPendenza: { si: ["a", "a.b-c_1", x(35)], no: ["", x(36), "a b", "à", "a/b"] },
  idA2A: codice(35),
  principal,
};
