/** Prefilled links of a payment page: sealed, one per row, for a mail merge. Each row has to be one that the page would take. */
import type { addCollegamentiPagina } from "../../contracts/backoffice/pagine-pagamento.ts";
import { definiti } from "../../domain/definiti.ts";
import { checkDatiPagina, type DatiPagina, idPubblicoDi, type PaginaPagamento } from "../../domain/pagine/pagina-pagamento.ts";
import { writeRecord } from "../../domain/tracciati/csv.ts";
import { addGiorni, fineGiorno, giornoDi } from "../../domain/valori/date.ts";
import { formatImportoItaliano } from "../../domain/valori/importo.ts";
import { toCentesimi, toDatiCollegamento } from "../../presenters/comuni/pagina-pagamento.ts";
import { file, type Richiesta, type Risposta, refuse, reply } from "../http/richiesta.ts";
import { clock } from "../wiring/base.ts";
import { collegamenti } from "../wiring/collegamenti.ts";
import { urlPagina } from "../wiring/pagine-lettura.ts";
import { findPaginaOperatore } from "./pagina-operatore.ts";

type Operazione = typeof addCollegamentiPagina;
type Riga = Richiesta<Operazione>["body"]["collegamenti"][number];

const GIORNI_MASSIMI = 365;
const GETTONE_MASSIMO = 1_500;

const toDati = ({ riferimento: _riferimento, importo, campi = {}, ...altri }: Riga): DatiPagina => ({
  ...definiti(altri),
  ...{ campi, ...(importo !== undefined && { importo: toCentesimi(importo) }) },
});

/** Only what the row says is checked: the payer will say the rest. */
const findDifetto = (pagina: PaginaPagamento, dati: DatiPagina): string | undefined => {
  const facoltativi = pagina.campi.map((campo) => ({ ...campo, obbligatorio: false }));
  const { informativa: _informativa, ...resto } = pagina;
  const esito = checkDatiPagina({ ...resto, campi: facoltativi }, dati, true);
  if (esito.ok) return dati.importo === 0n ? "importo: deve superare zero" : undefined;
  return dati.importo === undefined && esito.errore.startsWith("importo") ? undefined : esito.errore;
};

/** A text file that spreadsheets open as it is: semicolons, a mark of UTF-8, no cell that runs. */
const writeCsv = (pagina: PaginaPagamento, righe: readonly { readonly riga: Riga; readonly indirizzo: string }[]): string => {
  const intestazione = writeRecord(["riferimento", "identificativo", "anagrafica", "email", "importo", "pagina", "indirizzo"], ";");
  const corpo = righe.map(({ riga: { riferimento, identificativo = "", anagrafica = "", email = "", importo }, indirizzo }) =>
    writeRecord(
      [
        ...[riferimento, identificativo, anagrafica, email],
        ...[importo === undefined ? "" : formatImportoItaliano(toCentesimi(importo)), pagina.idPagina, indirizzo],
      ],
      ";",
    ),
  );
  return `\uFEFF${[intestazione, ...corpo].map((record) => record.trimEnd()).join("\r\n")}\r\n`;
};

export const createCollegamentiPagina = async ({
  params,
  body,
  chiamante,
  accept,
}: Richiesta<Operazione>): Promise<Risposta<Operazione>> => {
  const trovata = await findPaginaOperatore(params, chiamante);
  if (!trovata.ok) return refuse(trovata.errore);
  const pagina = trovata.valore;
  const oggi = giornoDi(clock.now());
  const ultimo = addGiorni(oggi, GIORNI_MASSIMI);
  const { scadenza = ultimo } = body;
  if (scadenza < oggi || scadenza > ultimo)
    return refuse({ codice: "SINTASSI", dettaglio: `scadenza: da oggi a ${GIORNI_MASSIMI} giorni` });
  const scade = fineGiorno(scadenza);
  const righe: { riga: Riga; indirizzo: string }[] = [];
  for (const [i, riga] of body.collegamenti.entries()) {
    const dati = toDati(riga);
    const difetto = findDifetto(pagina, dati);
    if (difetto !== undefined) return refuse({ codice: "SINTASSI", dettaglio: `collegamenti.${i}.${difetto}` });
    const gettone = collegamenti.create("PAGINA", toDatiCollegamento(pagina, dati), scade);
    if (gettone.length > GETTONE_MASSIMO)
      return refuse({ codice: "SINTASSI", dettaglio: `collegamenti.${i}: dati troppo lunghi per un indirizzo` });
    righe.push({ riga, indirizzo: `${urlPagina(idPubblicoDi(pagina))}?p=${gettone}` });
  }
  if (accept === "text/csv")
    return reply(200, file("text/csv; charset=utf-8", writeCsv(pagina, righe), `collegamenti-${pagina.idPagina}.csv`));
  return reply(200, { collegamenti: righe.map(({ riga: { riferimento }, indirizzo }) => ({ riferimento, indirizzo })) });
};
