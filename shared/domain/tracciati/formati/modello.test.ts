/** The templates of a debt type: what they read and how they write the outcome. */
import { describe, expect, it } from "vitest";
import { COMUNE } from "../../../../tests/sostegno/anagrafica.ts";
import { CONTESTO, corpoDi, leggi, recognize } from "../../../../tests/sostegno/formati.ts";
import { COLONNE_ESITO, compileRisposta } from "./modello.ts";
import type { ModelloCsv } from "./riconosci.ts";

describe("a template of a debt type", () => {
  const modello = (definizione: unknown): ModelloCsv => ({ tipo: "fiorino", definizione });
  const DEFINIZIONE = {
    azione: "{{ se(stato = 'CHIUSA', 'A', 'I') }}",
    idPendenza: "MENSA-{{ riempi(pratica, 6, '0') }}",
    causale: "Mensa {{ maiuscolo(scuola) }} {{ primo(mese, 'anno intero') }}",
    importo: "{{ centesimi(cent) }}",
    dataScadenza: "{{ data(colonna('data scadenza')) }}",
    soggettoPagatore: { tipo: "F", identificativo: "{{ cf }}", anagrafica: "{{ pulisci(nome) }}", email: "{{ mail }}" },
    voci: [{ idVocePendenza: "1", importo: "{{ centesimi(cent) }}", descrizione: "Pasti", codEntrata: "{{ idTipoPendenza }}" }],
  };
  const INTESTAZIONE = "pratica;cf;nome;scuola;mese;cent;data scadenza;mail;stato";

  it("makes the debt that it describes, and leaves out what is empty", () => {
    const riga = "42;RSSMRA85T10A562S;  Mario   Rossi ;Rodari;;1250;31/12/2026;;APERTA";
    const esito = leggi(INTESTAZIONE, riga, modello(DEFINIZIONE), { ...CONTESTO, idTipoPendenza: "MENSA" });
    expect(esito).toMatchObject({ ok: true, valore: { tipo: "ADD", azione: "I", idA2A: "GEST-TRIBUTI", idPendenza: "MENSA-000042" } });
    expect(corpoDi(esito)).toEqual({
      ...{ idDominio: COMUNE, idTipoPendenza: "MENSA", causale: "Mensa RODARI anno intero", importo: 12.5, dataScadenza: "2026-12-31" },
      soggettoPagatore: { tipo: "F", identificativo: "RSSMRA85T10A562S", anagrafica: "Mario Rossi" },
      voci: [{ idVocePendenza: "1", importo: 12.5, descrizione: "Pasti", codEntrata: "MENSA" }],
    });
  });

  it("annuls when it says so", () => {
    expect(leggi(INTESTAZIONE, "42;x;x;x;x;1;2026-01-01;;CHIUSA", modello(DEFINIZIONE))).toMatchObject({
      ok: true,
      valore: { tipo: "DEL", idPendenza: "MENSA-000042" },
    });
  });

  it.each([
    ["a column that the file lacks", { causale: "{{ mancante }}" }, /causale: il file non ha la colonna mancante/],
    ["a function that does not exist", { causale: "{{ esegui('rm') }}" }, /causale: funzione esegui sconosciuta/],
    ["a name of JavaScript", { causale: "{{ constructor('x') }}" }, /funzione constructor sconosciuta/],
    ["a wrong number of arguments", { causale: "{{ maiuscolo() }}" }, /maiuscolo: attesi 1 argomenti/],
    ["an expression cut in half", { causale: "{{ 'a' & }}" }, /finisce a metà/],
    ["a character that is not of the language", { causale: "{{ pratica; x }}" }, /carattere non previsto alla posizione/],
    ["too much nesting", { causale: `{{ ${"(".repeat(40)}pratica${")".repeat(40)} }}` }, /annidata più di 16/],
    ["too long an expression", { causale: `{{ '${"x".repeat(2_100)}' }}` }, /oltre 2000 caratteri/],
    ["too many fields", { note: Array.from({ length: 600 }, () => "x") }, /oltre 500 campi/],
    ["a template that is not an object", "testo", /deve essere un oggetto JSON/],
  ])("is refused whole for %s", (_caso, definizione, attesa) => {
    expect(leggi(INTESTAZIONE, "", modello(definizione))).toEqual({ ok: false, errore: expect.stringMatching(attesa) });
  });

  it("refuses the row whose values it cannot use", () => {
    const riga = "42;x;x;x;x;dodici;2026-01-01;;APERTA";
    expect(leggi(INTESTAZIONE, riga, modello(DEFINIZIONE))).toEqual({ ok: false, errore: "centesimi: attese solo cifre" });
  });

  it("may write the rows of the outcome in its own form", () => {
    const risposta = compileRisposta(["{{ idPendenza }}", "{{ se(vuoto(errore), numeroAvviso, 'ERRORE ' & errore) }}", "fisso"]);
    const valori = (altro: Readonly<Record<string, string>>) => COLONNE_ESITO.map((nome) => altro[nome] ?? "");
    if (!risposta.ok || !risposta.valore) throw new Error("risposta non compilata");
    expect(risposta.valore(valori({ idPendenza: "P1", numeroAvviso: "3" }))).toEqual(["P1", "3", "fisso"]);
    expect(risposta.valore(valori({ idPendenza: "P2", errore: "no" }))).toEqual(["P2", "ERRORE no", "fisso"]);
    expect(compileRisposta(["{{ boh }}"])).toEqual({ ok: false, errore: "risposta.0: il file non ha la colonna boh" });
    expect(compileRisposta("qualsiasi")).toEqual({ ok: true, valore: undefined });
  });

  it("of a kind that would execute code is not executed", () => {
    expect(recognize("a;b", { tipo: "freemarker", definizione: {} })).toMatchObject({
      ok: false,
      errore: expect.stringMatching(/freemarker, che non si esegue/),
    });
  });

  it("never makes a text longer than its limit: the worst expression allowed is refused, not computed", () => {
    const espressione = `{{ ${Array.from({ length: 60 }, () => "sostituisci(a, 'x', 'xx')").join(" & ")} }}`;
    const esito = leggi("a;b", `${"x".repeat(40)};1`, modello({ idPendenza: "1", causale: espressione }));
    // 60 × 80 characters are above the limit of a text.
    expect(esito).toEqual({ ok: false, errore: expect.stringMatching(/testo di oltre 4096 caratteri/) });
  });
});
