/** RPT and RT of the legacy family for tests: arbitraries of the first, and a small writer of the second (the PSP's part, which the product never plays). */
import fc from "fast-check";
import type { Creditore } from "../../shared/domain/anagrafiche/creditore.ts";
import type { Trasferimento } from "../../shared/domain/pagamenti/trasferimenti.ts";
import type { Soggetto } from "../../shared/domain/pendenze/pendenza.ts";
import type { Rpt } from "../../shared/domain/storico/rpt.ts";
import { formatImporto } from "../../shared/domain/valori/importo.ts";

/** Any text a debt may hold: markup, control characters, lone surrogates, blanks, emoji, very long. */
export const qualunque = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.constantFrom(
    "",
    " ",
    "\u0000",
    "\uD800",
    "<a>&amp;\"'",
    "x".repeat(500),
    "è".repeat(141),
    "😀".repeat(141),
    "]]>",
    "a\r\nb",
    "\u0085\u009f",
  ),
);
const forse = <T>(arbitrario: fc.Arbitrary<T>) => fc.option(arbitrario, { nil: undefined });
const senzaVuoti = <T extends object>(oggetto: T): T => Object.fromEntries(Object.entries(oggetto).filter(([, v]) => v !== undefined)) as T;

const recapiti = {
  indirizzo: forse(qualunque),
  civico: forse(qualunque),
  cap: forse(qualunque),
  localita: forse(qualunque),
  provincia: forse(qualunque),
  nazione: forse(fc.oneof(qualunque, fc.constant("IT"))),
};

export const soggetti = fc
  .record({
    tipo: fc.constantFrom("F" as const, "G" as const),
    identificativo: fc.oneof(qualunque, fc.constantFrom("RSSMRA85T10A562S", "ANONIMO")),
    anagrafica: qualunque,
    ...recapiti,
    email: forse(fc.oneof(qualunque, fc.constantFrom("a.b@c.it", "a@b..c"))),
  })
  .map(senzaVuoti) as fc.Arbitrary<Soggetto>;

const ENTE = "01234567897";
const CONTI = ["IT60X0542811101000000123456", "IT76Z0760103200000012345678"] as const;
const CATEGORIE = ["9/0101002IM/", "0/CAPITOLO-1", "1/SIOPE", "6/0101002IM/", "8/0301116TS/"] as const;

/** A creditor with everything that an RPT may repeat: minimal and maximal. */
export const creditori = fc
  .record({ ragioneSociale: qualunque, recapiti: fc.record(recapiti).map(senzaVuoti), unita: forse(qualunque), bic: forse(qualunque) })
  .map(({ ragioneSociale, recapiti: indirizzi, unita, bic }): Creditore => {
    const dominio = {
      ...{ versione: 1, idDominio: ENTE, ragioneSociale, intermediato: true, scaricaFr: false, abilitato: true, frammenti: 1 },
      ...indirizzi,
    } as Creditore["dominio"];
    const ufficio = { versione: 1, idDominio: ENTE, idUnita: "UFF-1", ragioneSociale: unita ?? "", abilitato: true, ...indirizzi };
    const conti = CONTI.map((iban, i) => ({
      ...{ versione: 1, idDominio: ENTE, iban, postale: i === 1, abilitato: true },
      ...(bic !== undefined && { bic: i === 0 ? bic : "BCITITMM" }),
    }));
    return { dominio, unita: unita === undefined ? [] : [ufficio as Creditore["unita"][number]], conti, entrate: [], tipiPendenza: [] };
  });

const accrediti = fc.oneof(
  fc.constantFrom(...CONTI).map((iban) => ({ tipo: "conto", iban }) as const),
  fc.constant({ tipo: "conto", iban: CONTI[0], ibanAppoggio: CONTI[1] } as const),
  fc.constant({
    tipo: "bollo",
    marca: { hashDocumento: "wHpFSLCGZjIvNSXxqtGbxg7275t446DRTk5ZrsdUQ6E=", tipoBollo: "01", provinciaResidenza: "RM" },
  } as const),
);

export const trasferimenti = fc
  .array(
    fc.record({
      importo: fc.bigInt({ min: 1n, max: 19_999_999_999n }),
      ragioneSociale: qualunque,
      accredito: accrediti,
      causale: qualunque,
      categoria: fc.constantFrom(...CATEGORIE),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((righe) => righe.map((riga, i): Trasferimento => ({ ...riga, idDominio: ENTE, indice: i + 1, metadata: [] })));

export interface RigaRt {
  /** Cents. */
  readonly importo: bigint;
  readonly iur?: string;
  readonly esito?: string;
  readonly causale?: string;
  readonly datiSpecifici?: string;
  readonly bollo?: string;
  readonly commissioni?: bigint;
}

export interface RtDiProva {
  readonly idDominio?: string;
  readonly iuv?: string;
  readonly ccp?: string;
  readonly idMessaggio?: string;
  readonly riferimento?: string;
  readonly esito?: string;
  readonly totale?: bigint;
  readonly righe?: readonly RigaRt[];
  readonly data?: string;
  readonly prefisso?: string;
}

/** The rows that a PSP sends for the rows of an RPT: all paid unless `pagate` says otherwise. */
export const righeDi = (rpt: Rpt, pagate: (indice: number) => boolean = () => true): readonly RigaRt[] =>
  rpt.datiVersamento.datiSingoloVersamento.map((riga, i) => ({
    importo: pagate(i) ? riga.importoSingoloVersamento : 0n,
    ...(pagate(i) ? { iur: `IUR-${i + 1}` } : { iur: "n/a", esito: "NON ESEGUITO" }),
    causale: riga.causaleVersamento,
    datiSpecifici: riga.datiSpecificiRiscossione,
  }));

/** An RT as a PSP writes it. */
export function scriviRt(rt: RtDiProva = {}): string {
  const { prefisso = "pay_i" } = rt;
  const p = prefisso === "" ? "" : `${prefisso}:`;
  const e = (nome: string, ...contenuto: readonly string[]): string => `<${p}${nome}>${contenuto.join("")}</${p}${nome}>`;
  const righe = rt.righe ?? [{ importo: 1250n, iur: "IUR-1" }];
  const totale = rt.totale ?? righe.reduce((somma, { importo }) => somma + importo, 0n);
  const giorno = rt.data ?? "2026-03-10";
  const soggetto = (s: string): string =>
    e(
      `soggetto${s}`,
      e(`identificativoUnivoco${s}`, e("tipoIdentificativoUnivoco", "F"), e("codiceIdentificativoUnivoco", "RSSMRA85T10A562S")),
      e(`anagrafica${s}`, "Mario Rossi"),
      e(`e-mail${s}`, "mario.rossi@example.it"),
    );
  const riga = (r: RigaRt): string =>
    e(
      "datiSingoloPagamento",
      e("singoloImportoPagato", formatImporto(r.importo)),
      r.esito === undefined ? "" : e("esitoSingoloPagamento", r.esito),
      e("dataEsitoSingoloPagamento", giorno),
      e("identificativoUnivocoRiscossione", r.iur ?? "IUR"),
      e("causaleVersamento", r.causale ?? "/RFB/01000000000000123/12.50"),
      e("datiSpecificiRiscossione", r.datiSpecifici ?? "9/0101002IM/"),
      r.commissioni === undefined ? "" : e("commissioniApplicatePSP", formatImporto(r.commissioni)),
      r.bollo === undefined ? "" : e("allegatoRicevuta", e("tipoAllegatoRicevuta", "BD"), e("testoAllegato", r.bollo)),
    );
  const corpo = [
    e("versioneOggetto", "6.2.0"),
    e("dominio", e("identificativoDominio", rt.idDominio ?? ENTE)),
    e("identificativoMessaggioRicevuta", rt.idMessaggio ?? "RT-1"),
    e("dataOraMessaggioRicevuta", `${giorno}T10:15:30`),
    e("riferimentoMessaggioRichiesta", rt.riferimento ?? "RPT-1"),
    e("riferimentoDataRichiesta", giorno),
    e(
      "istitutoAttestante",
      e("identificativoUnivocoAttestante", e("tipoIdentificativoUnivoco", "G"), e("codiceIdentificativoUnivoco", "AGID_01")),
      e("denominazioneAttestante", "Banca di Prova"),
    ),
    e(
      "enteBeneficiario",
      e("identificativoUnivocoBeneficiario", e("tipoIdentificativoUnivoco", "G"), e("codiceIdentificativoUnivoco", rt.idDominio ?? ENTE)),
      e("denominazioneBeneficiario", "Comune di Prova"),
    ),
    soggetto("Versante"),
    soggetto("Pagatore"),
    e(
      "datiPagamento",
      e("codiceEsitoPagamento", rt.esito ?? "0"),
      e("importoTotalePagato", formatImporto(totale)),
      e("identificativoUnivocoVersamento", rt.iuv ?? "01000000000000123"),
      e("CodiceContestoPagamento", rt.ccp ?? "CCP-1"),
      ...righe.map(riga),
    ),
  ].join("");
  const ns = `xmlns${prefisso === "" ? "" : `:${prefisso}`}="http://www.digitpa.gov.it/schemas/2011/Pagamenti/"`;
  return `<?xml version="1.0" encoding="UTF-8"?><${p}RT ${ns}>${corpo}</${p}RT>`;
}
