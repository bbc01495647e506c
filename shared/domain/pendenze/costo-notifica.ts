/** The cost of a notification through SEND in the amount of its debt, and the days that count from it. */
import { addGiorni, addMinuti, giornoDi } from "../valori/date.ts";
import { formatImporto } from "../valori/importo.ts";
import type { PrezzoNotifica } from "./notifica-send.ts";
import type { Pendenza, Voce } from "./pendenza.ts";

/** Key of the metadata by which the cost is told apart on the receipt. */
const CHIAVE_COSTO = "COSTO_NOTIFICA";
const METADATA_MASSIMI = 10;
const IMPORTO_MASSIMO = 99_999_999_999n;
export const VALIDITA_PREZZO_MINUTI = 60;

/** SEND may have to be asked: the debt says so, is still to be paid, and is not of a creditor on trial, of whom nothing leaves. */
export const isNotificataConSend = ({ notificaSend, stato, importoPagato, prova }: Pendenza): boolean =>
  notificaSend !== undefined && stato === "NON_ESEGUITA" && importoPagato === 0n && prova !== true;

/** Nobody has read it, or not for a while. */
export const isPrezzoVecchio = ({ notificaSend }: Pendenza, adesso: string, validitaMinuti: number): boolean =>
  notificaSend?.prezzo === undefined || addMinuti(notificaSend.prezzo.lettoIl, validitaMinuti) <= adesso;

/** The item that holds the cost: the first of the creditor's own that is not a stamp. */
const isPropria = ({ idDominio }: Pendenza, voce: Voce): boolean =>
  voce.destinazione.variante !== "bollo" && (voce.idDominio ?? idDominio) === idDominio;

const metadataDi = ({ metadata = [] }: Voce, costo: bigint): Voce["metadata"] => {
  const altri = metadata.filter(({ key }) => key !== CHIAVE_COSTO);
  return costo > 0n && altri.length < METADATA_MASSIMI ? [...altri, { key: CHIAVE_COSTO, value: formatImporto(costo) }] : altri;
};

/** The debt with the cost last read in its amount, when the creditor wants it there; the same debt when there is nothing to change. */
export const applyCosto = (pendenza: Pendenza): Pendenza => {
  const { notificaSend, importo, voci } = pendenza;
  if (!notificaSend?.aggiungiCosto || !notificaSend.prezzo || !isNotificataConSend(pendenza)) return pendenza;
  const costo = notificaSend.prezzo.totale;
  const differenza = costo - (notificaSend.costoApplicato ?? 0n);
  const propria = voci.find((voce) => isPropria(pendenza, voce));
  if (differenza === 0n || !propria || importo + differenza > IMPORTO_MASSIMO) return pendenza;
  return {
    ...pendenza,
    importo: importo + differenza,
    notificaSend: { ...notificaSend, costoApplicato: costo },
    voci: voci.map((voce) => {
      if (voce !== propria) return voce;
      const { metadata: _prima, ...resto } = voce;
      const metadata = metadataDi(voce, costo) ?? [];
      return { ...resto, importo: voce.importo + differenza, ...(metadata.length > 0 && { metadata }) };
    }),
  };
};

/** The debt with the price just read; undefined when it is of another notification. */
export const withPrezzo = (pendenza: Pendenza, prezzo: PrezzoNotifica, adesso: string): Pendenza | undefined => {
  const { notificaSend } = pendenza;
  if (!notificaSend || (notificaSend.iun !== undefined && notificaSend.iun !== prezzo.iun)) return undefined;
  return applyCosto({ ...pendenza, notificaSend: { ...notificaSend, prezzo: { ...prezzo, lettoIl: adesso } } });
};

/** Day on which the citizen is held to know: when it was seen, or when the law says so, whichever comes first. */
export const giornoNotifica = ({ notificaSend }: Pendenza): string | undefined => {
  const { dataVisualizzazione, dataPerfezionamento } = notificaSend?.prezzo ?? {};
  const date = [dataVisualizzazione, dataPerfezionamento].flatMap((data) => (data === undefined ? [] : [data]));
  const [prima] = date.toSorted();
  return prima === undefined ? undefined : giornoDi(prima);
};

/** Last day of the instalment that holds for some days from the notification (a reduced fine), when the debt is one and the day is known. */
export const fineRiduzione = (pendenza: Pendenza): string | undefined => {
  const soglia = pendenza.documento?.soglia;
  const giorno = giornoNotifica(pendenza);
  if (giorno === undefined || soglia?.giorni === undefined || soglia.tipo === "OLTRE") return undefined;
  return addGiorni(giorno, soglia.giorni);
};
