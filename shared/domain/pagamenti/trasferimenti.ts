/** From the items of a debt to the transfers of the protocol: who receives each, on which account, with which taxonomy, remittance information and metadata. */
import { CIFRA_CONTABILITA, type Creditore, type Entrata, type TipoContabilita } from "../anagrafiche/creditore.ts";
import { type Esito, ko, ok } from "../esito.ts";
import type { Contabilita, Destinazione, Pendenza, Quota, Voce } from "../pendenze/pendenza.ts";
import { buildCausaleVersamento } from "../valori/causale.ts";
import { contoPostaleDi } from "../valori/iban.ts";
import type { MarcaDaBollo, VoceMetadata } from "./messaggi-nodo.ts";
import { vociDaPagare } from "./pagabilita.ts";

/** What has to be known of the registry: beneficiaries by idDominio, national incomes by idEntrata. */
export interface RegistroAccrediti {
  readonly creditori: ReadonlyMap<string, Creditore>;
  readonly entrate: ReadonlyMap<string, Entrata>;
}

type Accredito =
  | { readonly tipo: "conto"; readonly iban: string; readonly ibanAppoggio?: string }
  | { readonly tipo: "bollo"; readonly marca: MarcaDaBollo };

export interface Trasferimento {
  readonly indice: number;
  /** Cents. */
  readonly importo: bigint;
  readonly idDominio: string;
  readonly ragioneSociale: string;
  readonly accredito: Accredito;
  /** The postal account that may take its place: the account itself, else the support one. */
  readonly ibanPostale?: string;
  readonly causale: string;
  readonly categoria: string;
  readonly metadata: readonly VoceMetadata[];
}

/** Income under which creditors register the stamps, and its taxonomy when they have not. */
const ENTRATA_BOLLO = "BOLLOT";
const CATEGORIA_BOLLO = "9/0301116TS/";

/** Beneficiary of an item. */
export const beneficiarioDi = (pendenza: Pendenza, voce: Voce): string => voce.idDominio ?? pendenza.idDominio;

/** National incomes that the items of a debt name: what has to be loaded before resolving. */
export const entrateDi = (pendenza: { readonly voci: readonly { readonly destinazione: Destinazione }[] }): readonly string[] => [
  ...new Set(
    pendenza.voci.flatMap(({ destinazione }) =>
      destinazione.variante === "entrata" ? [destinazione.codEntrata] : destinazione.variante === "bollo" ? [ENTRATA_BOLLO] : [],
    ),
  ),
];

const categoriaDi = (tipo: TipoContabilita, codice: string, prefisso: string = CIFRA_CONTABILITA[tipo]): string => `${prefisso}/${codice}`;

/** Accounting of an income for a creditor: its own, else the national one. */
function categoriaDiEntrata(creditore: Creditore, idEntrata: string, registro: RegistroAccrediti): string | undefined {
  const propria = creditore.entrate.find((entrata) => entrata.idEntrata === idEntrata);
  const nazionale = registro.entrate.get(idEntrata);
  const tipo = propria?.tipoContabilita ?? nazionale?.tipoContabilita;
  const codice = propria?.codiceContabilita ?? nazionale?.codiceContabilita;
  return tipo === undefined || codice === undefined ? undefined : categoriaDi(tipo, codice);
}

/** transferCategory of an item, undefined when the registry lacks the accounting of its income. */
export function categoriaDiDestinazione(destinazione: Destinazione, creditore: Creditore, registro: RegistroAccrediti): string | undefined {
  switch (destinazione.variante) {
    case "conto":
      return categoriaDi(destinazione.tipoContabilita, destinazione.codiceContabilita, destinazione.prefissoRtp);
    case "bollo":
      return destinazione.codiceTassonomicoPagoPA ?? categoriaDiEntrata(creditore, ENTRATA_BOLLO, registro) ?? CATEGORIA_BOLLO;
    case "entrata":
      return categoriaDiEntrata(creditore, destinazione.codEntrata, registro);
  }
}

type Destino = { readonly accredito: Accredito; readonly categoria: string };
const conto = (iban: string, ibanAppoggio: string | undefined): Accredito =>
  ibanAppoggio === undefined ? { tipo: "conto", iban } : { tipo: "conto", iban, ibanAppoggio };

function resolveDestino(voce: Voce, creditore: Creditore, registro: RegistroAccrediti): Esito<Destino> {
  const { destinazione } = voce;
  const categoria = categoriaDiDestinazione(destinazione, creditore, registro) ?? "";
  switch (destinazione.variante) {
    case "conto":
      return ok({ accredito: conto(destinazione.ibanAccredito, destinazione.ibanAppoggio), categoria });
    case "bollo": {
      const { tipoBollo, hashDocumento, provinciaResidenza } = destinazione;
      return ok({ accredito: { tipo: "bollo", marca: { tipoBollo, hashDocumento, provinciaResidenza } }, categoria });
    }
    case "entrata": {
      const { codEntrata } = destinazione;
      const entrata = creditore.entrate.find(({ idEntrata }) => idEntrata === codEntrata);
      if (entrata?.ibanAccredito === undefined || categoria === "") {
        return ko(
          `Voce ${voce.indice}: l'entrata ${codEntrata} non ha un conto di accredito per il dominio ${creditore.dominio.idDominio}`,
        );
      }
      return ok({ accredito: conto(entrata.ibanAccredito, entrata.ibanAppoggio), categoria });
    }
  }
}

/**
 * Transfers of what is left to pay of a debt, in order.
 * @returns the reason, in Italian, when the creditor's configuration no longer allows to credit an item.
 */
export function resolveTrasferimenti(pendenza: Pendenza, registro: RegistroAccrediti): Esito<readonly Trasferimento[]> {
  const trasferimenti: Trasferimento[] = [];
  for (const voce of vociDaPagare(pendenza)) {
    const idDominio = beneficiarioDi(pendenza, voce);
    const creditore = registro.creditori.get(idDominio);
    if (!creditore) return ko(`Voce ${voce.indice}: il dominio beneficiario ${idDominio} non è registrato`);
    const destino = resolveDestino(voce, creditore, registro);
    if (!destino.ok) return destino;
    const ibanPostale = findIbanPostale(creditore, destino.valore.accredito);
    trasferimenti.push({
      ...destino.valore,
      ...(ibanPostale !== undefined && { ibanPostale }),
      indice: voce.indice,
      importo: voce.importo,
      idDominio,
      ragioneSociale: creditore.dominio.ragioneSociale,
      causale: buildCausaleVersamento(pendenza.iuv, voce.importo, voce.descrizioneCausaleRPT),
      metadata: metadataDi(voce),
    });
  }
  return ok(trasferimenti);
}

/** Registered as postal by the creditor; an account that the registry does not know is judged by its ABI. */
const isPostale = (creditore: Creditore, iban: string): boolean =>
  creditore.conti.find((conto) => conto.iban === iban)?.postale ?? contoPostaleDi(iban) !== undefined;

const findIbanPostale = (creditore: Creditore, accredito: Accredito): string | undefined =>
  accredito.tipo === "bollo"
    ? undefined
    : [accredito.iban, accredito.ibanAppoggio].find((iban) => iban !== undefined && isPostale(creditore, iban));

/** Whether all of it can be credited to postal accounts (allCCP): the citizen may then pay at the Post. A stamp never can. */
export const isTuttoPostale = (trasferimenti: readonly Trasferimento[]): boolean =>
  trasferimenti.length > 0 && trasferimenti.every(({ ibanPostale }) => ibanPostale !== undefined);

const VUOTO = "";
const CHIAVI_QUOTA: readonly (readonly [string, (quota: Quota) => string])[] = [
  ["CAPITOLOBILANCIO", (quota) => quota.capitolo],
  ["ARTICOLOBILANCIO", (quota) => quota.articolo ?? VUOTO],
  ["CODICEACCERTAMENTO", (quota) => quota.accertamento ?? VUOTO],
  ["ANNORIFERIMENTO", (quota) => String(quota.annoEsercizio)],
  ["TITOLOBILANCIO", (quota) => quota.titolo ?? VUOTO],
  ["CATEGORIABILANCIO", (quota) => quota.categoria ?? VUOTO],
  ["TIPOLOGIABILANCIO", (quota) => quota.tipologia ?? VUOTO],
];

/** Metadata of an item: its own, else the accounting shares as GovPay writes them (reference 4.1, GovPay issue 558). */
const metadataDi = (voce: Voce): readonly VoceMetadata[] => voce.metadata ?? (voce.contabilita ? metadataDiQuote(voce.contabilita) : []);

/** One share: an entry per field. Several: an entry per share, whose key lists the fields present and whose value their contents. */
function metadataDiQuote({ quote }: Contabilita): readonly VoceMetadata[] {
  const presenti = (quota: Quota): (readonly [string, string])[] =>
    CHIAVI_QUOTA.map(([chiave, read]) => [chiave, read(quota)] as const).filter(([, valore]) => valore !== VUOTO);
  const [unica, ...altre] = quote;
  if (!unica) return [];
  if (altre.length === 0) return presenti(unica).map(([key, value]) => ({ key, value }));
  return quote.map((quota) => {
    const campi = [...presenti(quota), ["IMPORTOEUROCENT", String(quota.importo)] as const];
    return { key: campi.map(([chiave]) => chiave).join(","), value: campi.map(([, valore]) => valore).join(",") };
  });
}
