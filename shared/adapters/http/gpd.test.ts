import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHIAVE_SOTTOSCRIZIONE } from "../../../local/sandbox/credenziali.ts";
import { type Banco, COMUNE, IBAN_COMUNE, IBAN_POSTALE, openBanco } from "../../../local/sandbox/prove/banco.ts";
import { hasContrattiGpd, openContrattoGpd } from "../../../tests/sostegno/contratto-gpd.ts";
import { ok } from "../../domain/esito.ts";
import type { PosizioneDebitoria } from "../../domain/gpd/posizione.ts";
import type { Trasferimento } from "../../domain/pagamenti/trasferimenti.ts";
import type { ArchivioGpd } from "../../ports/archivio-gpd.ts";
import { createClockFermo } from "../memory/tempo.ts";
import { createHttpClient } from "./client.ts";
import { createArchivioGpd, toPaymentPosition } from "./gpd.ts";

const CONTO: Trasferimento = {
  indice: 1,
  importo: 10_050n,
  idDominio: COMUNE,
  ragioneSociale: "Comune di Borgofiorino",
  accredito: { tipo: "conto", iban: IBAN_COMUNE },
  causale: "/RFB/01000000000000133/100.50",
  categoria: "9/0101101IM/",
  metadata: [],
};
const BOLLO: Trasferimento = {
  ...CONTO,
  accredito: {
    tipo: "bollo",
    marca: { tipoBollo: "01", hashDocumento: "wHpFSLCGZjIvNSXxqtGbxg7275t446DRTk5ZrsdUQ6E=", provinciaResidenza: "RM" },
  },
};

const posizione = (altro: Partial<PosizioneDebitoria> = {}): PosizioneDebitoria => ({
  iupd: `${COMUNE}-01000000000000133`,
  idDominio: COMUNE,
  ragioneSociale: "Comune di Borgofiorino",
  debitore: { tipo: "F", identificativo: "RSSMRA85T10A562S", anagrafica: "Mario Rossi" },
  iuv: "01000000000000133",
  numeroAvviso: "301000000000000133",
  importo: 10_050n,
  causale: "TARI 2026",
  scadenza: "2026-12-31",
  scade: true,
  rata: false,
  standIn: true,
  trasferimenti: [CONTO],
  ...altro,
});

const opzioneDi = (altro: Partial<PosizioneDebitoria>) => toPaymentPosition(posizione(altro)).paymentOption[0];

describe("la posizione come la vuole il contratto", () => {
  it.each([
    ["2026-12-31", "2026-12-31T23:59:59.999+01:00"],
    ["2026-08-31", "2026-08-31T23:59:59.999+02:00"],
    ["2026-03-29", "2026-03-29T23:59:59.999+02:00"],
    ["2026-10-25", "2026-10-25T23:59:59.999+01:00"],
    ["2999-12-31", "2999-12-31T23:59:59.999+01:00"],
  ])("scade alla fine del giorno %s di Roma: %s", (scadenza, attesa) => expect(opzioneDi({ scadenza })?.dueDate).toBe(attesa));

  it("conto postale accanto a quello bancario, marca da bollo da sola", () => {
    const trasferimenti = [
      { ...CONTO, ibanPostale: IBAN_POSTALE },
      { ...BOLLO, indice: 2 },
    ];
    const [primo, secondo] = opzioneDi({ trasferimenti })?.transfer ?? [];
    expect(primo).toMatchObject({ idTransfer: "1", iban: IBAN_COMUNE, postalIban: IBAN_POSTALE });
    expect(secondo).toMatchObject({
      idTransfer: "2",
      stamp: { hashDocument: "wHpFSLCGZjIvNSXxqtGbxg7275t446DRTk5ZrsdUQ6E=", stampType: "01", provincialResidence: "RM" },
    });
    expect(secondo).not.toHaveProperty("iban");
  });

  it("testi in una riga di al più 140 caratteri, mai tagliati dentro un carattere", () => {
    const causale = `a\n${"x".repeat(136)}😀😀`;
    const { description = "" } = opzioneDi({ causale }) ?? {};
    expect(description).toBe(`a ${"x".repeat(136)}😀`);
    expect(opzioneDi({ causale: `${"x".repeat(139)}😀` })?.description).toBe("x".repeat(139));
  });

  it("metadati: al più dieci, con chiavi diverse", () => {
    const voci = Array.from({ length: 15 }, (_, i) => ({ key: `k${i % 12}`, value: `v${i}` }));
    const scritti = opzioneDi({ trasferimenti: [{ ...CONTO, metadata: voci }] })?.transfer[0]?.transferMetadata ?? [];
    expect(scritti).toHaveLength(10);
    expect(new Set(scritti.map(({ key }) => key)).size).toBe(10);
  });

  it("ciò che il contratto non ammette si tace", () => {
    const debitore = {
      tipo: "F",
      identificativo: "ANONIMO",
      anagrafica: "ANONIMO",
      nazione: "it",
      email: "non è un indirizzo",
      indirizzo: " ",
    } as const;
    const corpo = toPaymentPosition(posizione({ debitore }));
    for (const campo of ["country", "email", "streetName"]) expect(corpo).not.toHaveProperty(campo);
  });
});

const testo = fc.string({ unit: "grapheme", maxLength: 300 });
const opzionale = <T>(arbitrario: fc.Arbitrary<T>) => fc.option(arbitrario, { nil: undefined });
const trasferimento = fc
  .record({
    bollo: fc.boolean(),
    postale: fc.boolean(),
    importo: fc.bigInt({ min: 1n, max: 1_000_000n }),
    ragioneSociale: testo,
    causale: testo,
    metadata: fc.array(fc.record({ key: testo, value: testo }), { maxLength: 15 }),
  })
  .map(
    ({ bollo, postale, ...campi }): Omit<Trasferimento, "indice"> => ({
      ...(bollo ? BOLLO : CONTO),
      ...(!bollo && postale && { ibanPostale: IBAN_POSTALE }),
      ...campi,
    }),
  );
const qualunque = fc
  .record({
    causale: testo,
    ragioneSociale: testo,
    ufficio: opzionale(testo),
    anagrafica: testo,
    indirizzo: opzionale(testo),
    nazione: opzionale(fc.constantFrom("IT", "it", "ITA", "")),
    email: opzionale(fc.oneof(fc.emailAddress(), testo)),
    scadenza: fc.constantFrom("2026-08-31", "2026-12-31", "2999-12-31"),
    rata: fc.boolean(),
    standIn: fc.boolean(),
    voci: fc.array(trasferimento, { minLength: 1, maxLength: 5 }),
  })
  .map(({ voci, anagrafica, indirizzo, nazione, email, ufficio, ...campi }): PosizioneDebitoria => {
    const trasferimenti = voci.map((voce, i) => ({ ...voce, indice: i + 1 }));
    return posizione({
      ...campi,
      ...(ufficio !== undefined && { ufficio }),
      debitore: {
        ...{ tipo: "F", identificativo: "RSSMRA85T10A562S", anagrafica },
        ...(indirizzo !== undefined && { indirizzo }),
        ...(nazione !== undefined && { nazione }),
        ...(email !== undefined && { email }),
      },
      importo: trasferimenti.reduce((somma, { importo }) => somma + importo, 0n),
      trasferimenti,
    });
  });

if (hasContrattiGpd) {
  describe.each(["aca", "gpd"] as const)("il contratto ufficiale di %s", (archivio) => {
    const validate = openContrattoGpd(archivio);
    it("ammette ogni richiesta che possiamo fare, dalla più magra alla più piena", () => {
      fc.assert(
        fc.property(qualunque, (scritta) => {
          const corpo: unknown = JSON.parse(JSON.stringify(toPaymentPosition(scritta)));
          expect(validate("PaymentPositionModel", corpo)).toBe("");
        }),
        { numRuns: 300 },
      );
    });

    it("e rifiuta una richiesta guasta: l'oracolo vede", () => {
      expect(validate("PaymentPositionModel", { ...toPaymentPosition(posizione()), inventato: 1 })).not.toBe("");
      expect(validate("PaymentPositionModel", toPaymentPosition(posizione({ importo: 0n })))).not.toBe("");
    });
  });
}

describe("il dialogo con l'archivio", () => {
  let banco: Banco;
  let archivio: ArchivioGpd;
  beforeAll(async () => {
    banco = await openBanco();
    archivio = createArchivioGpd(createHttpClient({ clock: createClockFermo("2026-03-02T09:00:00.000Z") }));
  });
  afterAll(() => banco.close());

  const punto = (subscriptionKey = CHIAVE_SOTTOSCRIZIONE, nome = "aca") => ({
    idDominio: COMUNE,
    connettore: { url: `${banco.gateway.baseUrl}/sandbox/${nome}/debt-positions-service/v1/`, subscriptionKey },
  });
  const prova = (numero: number, altro: Partial<PosizioneDebitoria> = {}): PosizioneDebitoria => {
    const iuv = `0100000000000${String(numero).padStart(4, "0")}`;
    return posizione({ iuv, numeroAvviso: `3${iuv}`, iupd: `${COMUNE}-${iuv}`, ...altro });
  };
  const guasta = (operazione: string, altro: object) => banco.json("POST", "/sandbox/guasti", { parte: "aca", operazione, ...altro });

  it("inserita, letta, cambiata, sospesa, pubblicata di nuovo, pagata altrove", async () => {
    const debito = prova(1);
    expect(await archivio.get(punto(), debito.iupd)).toMatchObject({ ok: false, errore: { causa: "non-trovata", status: 404 } });
    expect((await archivio.create(punto(), debito)).ok).toBe(true);
    const letta = await archivio.get(punto(), debito.iupd);
    expect(letta).toMatchObject({
      ok: true,
      valore: { stato: "VALID", opzioni: [{ importo: 10_050n, scadenza: "2026-12-31T22:59:59.999Z" }] },
    });
    expect(await archivio.create(punto(), debito)).toMatchObject({ ok: false, errore: { causa: "conflitto", status: 409 } });
    const ridotto = prova(1, { importo: 5_000n, trasferimenti: [{ ...CONTO, importo: 5_000n }] });
    expect((await archivio.replace(punto(), ridotto, false)).ok).toBe(true);
    expect(await archivio.get(punto(), debito.iupd)).toMatchObject({ valore: { stato: "DRAFT", opzioni: [{ importo: 5_000n }] } });
    expect((await archivio.replace(punto(), debito, true)).ok).toBe(true);
    expect((await archivio.markPagata(punto(), debito.numeroAvviso, "2026-03-02T08:00:00.000Z")).ok).toBe(true);
    expect(await archivio.replace(punto(), debito, true)).toMatchObject({ ok: false, errore: { causa: "conflitto" } });
    expect(await archivio.remove(punto(), debito.iupd)).toMatchObject({ ok: false, errore: { causa: "conflitto" } });
  });

  it("il rifiuto dice perché", async () => {
    const passata = await archivio.create(punto(), prova(2, { scadenza: "2026-02-01" }));
    expect(passata).toMatchObject({
      ok: false,
      errore: { causa: "rifiutata", status: 400, dettaglio: expect.stringContaining("due_date must be in the future") },
    });
    expect(await archivio.get(punto("sbagliata"), "x")).toMatchObject({ errore: { causa: "non-autorizzata", status: 401 } });
  });

  it.each([
    ["429", { tipo: "http", stato: 429 }, { causa: "troppe-richieste", status: 429, attesaSecondi: 60 }],
    ["503", { tipo: "http", stato: 503 }, { causa: "guasto", status: 503 }],
    ["risposta a metà", { tipo: "malformato" }, { causa: "guasto", status: 200, dettaglio: "la risposta di pagoPA non è leggibile" }],
    ["connessione caduta", { tipo: "perso" }, { causa: "guasto" }],
  ])("%s", async (_caso, guasto, errore) => {
    const debito = prova(3);
    await archivio.create(punto(), debito);
    await guasta("getOrganizationDebtPositionByIUPD", guasto);
    expect(await archivio.get(punto(), debito.iupd)).toMatchObject({ ok: false, errore });
    expect((await archivio.get(punto(), debito.iupd)).ok).toBe(true);
  });

  it("l'elenco, una pagina di cinquanta alla volta, dalla più vecchia", async () => {
    const gpd = punto(CHIAVE_SOTTOSCRIZIONE, "gpd");
    for (let i = 100; i < 160; i++) await archivio.create(gpd, prova(i));
    const prima = await archivio.find(gpd, 0);
    const seconda = await archivio.find(gpd, 1);
    if (!prima.ok || !seconda.ok) throw new Error("elenco non letto");
    expect([prima.valore.pagineTotali, prima.valore.posizioni.length, seconda.valore.posizioni.length]).toEqual([2, 50, 10]);
    expect(prima.valore.posizioni[0]).toMatchObject({ iupd: prova(100).iupd, stato: "VALID" });
    const { causale, categoria, idDominio } = CONTO;
    expect(prima.valore.posizioni[0]?.opzioni[0]).toMatchObject({
      causale: posizione().causale,
      trasferimenti: [{ ...{ indice: 1, importo: 10_050n, causale, categoria, idDominio }, iban: IBAN_COMUNE }],
    });
  });

  it("in una pagina dell'elenco uno stato che il contratto non nomina non nasconde le altre posizioni; di una sola si riprova", async () => {
    const [nota, ignota] = [
      { iupd: "A", status: "VALID" },
      { iupd: "B", status: "ARCHIVED" },
    ];
    const corpi = [{ payment_position_list: [nota, ignota], page_info: { total_pages: 1 } }, ignota];
    const testi = corpi.map((corpo) => JSON.stringify(corpo));
    const letture = createArchivioGpd({
      request: async () => ok({ status: 200, headers: {}, testo: testi.shift() ?? "", bytes: new Uint8Array() }),
    });
    expect(await letture.find(punto(), 0)).toEqual(
      ok({
        posizioni: [
          { iupd: "A", stato: "VALID", opzioni: [] },
          { iupd: "B", stato: "SCONOSCIUTO", opzioni: [] },
        ],
        pagineTotali: 1,
      }),
    );
    expect(await letture.get(punto(), "B")).toMatchObject({ ok: false, errore: { causa: "guasto" } });
  });

  if (hasContrattiGpd)
    it("le risposte della sandbox sono quelle del contratto ufficiale", async () => {
      const validate = openContrattoGpd("aca");
      const chiave = { "Ocp-Apim-Subscription-Key": CHIAVE_SOTTOSCRIZIONE };
      const base = `/sandbox/aca/debt-positions-service/v1/organizations/${COMUNE}/debtpositions`;
      const debito = prova(4);
      await archivio.create(punto(), debito);
      expect(
        validate("PaymentPositionModelBaseResponse", (await banco.json("GET", `${base}/${debito.iupd}`, undefined, chiave)).corpo),
      ).toBe("");
      expect(validate("PaymentPositionsInfo", (await banco.json("GET", base, undefined, chiave)).corpo)).toBe("");
      expect(validate("ProblemJson", (await banco.json("GET", `${base}/nessuna`, undefined, chiave)).corpo)).toBe("");
    });
});
