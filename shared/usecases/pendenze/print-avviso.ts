/** The printed notice of a debt: what it says comes from the debt and from the registry of its creditor, how it looks from the port. */
import type { Creditore, Recapiti } from "../../domain/anagrafiche/creditore.ts";
import { isDiSoliBolli } from "../../domain/pendenze/nuova-pendenza.ts";
import type { Pendenza, Soggetto } from "../../domain/pendenze/pendenza.ts";
import { buildQrAvviso } from "../../domain/valori/qr-avviso.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { AvvisoDaStampare, StampaAvviso } from "../../ports/stampa-avviso.ts";

/** Bytes of the base64 image of the registry, data URL or not; a text that is not base64 is left out, as an unreadable logo is. */
const toBytes = (base64: string | undefined): Uint8Array | undefined => {
  if (base64 === undefined || base64 === "") return undefined;
  try {
    return Uint8Array.from(atob(base64.replace(/^data:[^,]*,/, "")), (carattere) => carattere.charCodeAt(0));
  } catch {
    return undefined;
  }
};

const unisci = (parti: readonly (string | undefined)[], separatore: string): string | undefined =>
  parti.filter((parte) => parte !== undefined && parte !== "").join(separatore) || undefined;

const indirizzoDi = ({ indirizzo, civico, cap, localita, provincia }: Partial<Soggetto>): string | undefined =>
  unisci([unisci([indirizzo, civico], " "), unisci([cap, localita, provincia && `(${provincia})`], " ")], ", ");

const contattiDi = ({ tel, email, pec }: Recapiti): string | undefined => unisci([tel, email ?? pec], " - ");

const testoDi = (proprieta: Pendenza["proprieta"], nome: string): string | undefined => {
  const valore = proprieta?.[nome];
  return typeof valore === "string" ? valore : undefined;
};

export const describeAvviso = (pendenza: Pendenza, { dominio, unita }: Creditore): AvvisoDaStampare => {
  const ufficio = unita.find(({ idUnita }) => idUnita === pendenza.idUnitaOperativa);
  const { numeroAvviso, idDominio, importo, debitore, causale, proprieta, dataUltimoAggiornamento } = pendenza;
  return {
    ente: {
      idDominio,
      ragioneSociale: dominio.ragioneSociale,
      unita: ufficio?.ragioneSociale ?? dominio.area,
      info: contattiDi(ufficio && contattiDi(ufficio) !== undefined ? ufficio : dominio),
      cbill: dominio.cbill,
      logo: toBytes(dominio.logo),
      web: ufficio?.web ?? dominio.web,
    },
    debitore: { identificativo: debitore.identificativo, anagrafica: debitore.anagrafica, indirizzo: indirizzoDi(debitore) },
    oggetto: causale,
    importo,
    dataScadenza: testoDi(proprieta, "dataScandenzaAvviso") ?? pendenza.dataScadenza,
    numeroAvviso,
    qr: buildQrAvviso(numeroAvviso, idDominio, importo),
    informativaImporto: testoDi(proprieta, "informativaImportoAvviso"),
    // The same debt prints the same bytes until it changes.
    dataStampa: dataUltimoAggiornamento,
  };
};

/** @returns undefined for a debt of stamps only, which has no printed notice (reference 3.11), and for a creditor no longer registered. */
export const printAvviso =
  ({ anagrafiche, stampaAvviso }: { readonly anagrafiche: Anagrafiche; readonly stampaAvviso: StampaAvviso }) =>
  async (pendenza: Pendenza): Promise<Uint8Array | undefined> => {
    if (isDiSoliBolli(pendenza)) return undefined;
    const creditore = await anagrafiche.getCreditore(pendenza.idDominio);
    return creditore && stampaAvviso.render(describeAvviso(pendenza, creditore));
  };
