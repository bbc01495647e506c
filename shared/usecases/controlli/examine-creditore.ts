/** What is wrong with the accounts and the station of one creditor, and how many debts it concerns. */
import type { ContoAccredito, Dominio, EntrataDominio, Stazione } from "../../domain/anagrafiche/creditore.ts";
import {
  type ContoPagoPa,
  type Controllo,
  checkConto,
  checkStazione,
  type EntePagoPa,
  weighRilievi,
} from "../../domain/controlli/controllo.ts";
import { riferimentoConto, riferimentoEntrata } from "../../domain/pendenze/conti-pendenza.ts";
import { giornoDi } from "../../domain/valori/date.ts";
import type { Posizioni } from "../../ports/posizioni.ts";

/** Debts counted per account with findings: beyond, "at least" is enough for who has to decide. */
const TETTO_PENDENZE = 1000;

/** Of the rows for one IBAN, the one in force. */
const pickConto = (righe: readonly ContoPagoPa[], iban: string): ContoPagoPa | undefined => {
  const sue = righe.filter((riga) => riga.iban === iban);
  return sue.find(({ attivo }) => attivo) ?? sue[0];
};

export interface Esame {
  readonly dominio: Dominio;
  readonly stazione: Stazione;
  readonly conti: readonly ContoAccredito[];
  readonly entrate: readonly EntrataDominio[];
  readonly righe: readonly ContoPagoPa[];
  readonly enti: readonly EntePagoPa[];
  readonly noti: readonly Controllo[];
}

export type Esaminato = Omit<Controllo, "versione">;

export const examineCreditore = ({ posizioni }: { readonly posizioni: Pick<Posizioni, "findPendenzePerConto"> }) => {
  const countPendenze = async ({ dominio, entrate }: Esame, iban: string): Promise<{ numero: number; almeno: boolean }> => {
    const sue = entrate.filter(({ ibanAccredito, ibanAppoggio }) => ibanAccredito === iban || ibanAppoggio === iban);
    const riferimenti = [
      riferimentoConto(dominio.idDominio, iban),
      ...sue.map(({ idEntrata }) => riferimentoEntrata(dominio.idDominio, idEntrata)),
    ];
    const { totale, totaleTroncato } = await posizioni.findPendenzePerConto(
      { idDominio: dominio.idDominio, frammenti: dominio.frammenti, riferimenti, tipiPendenza: "*", ordine: "asc" },
      { limite: 0, salta: 0, totale: true, tettoTotale: TETTO_PENDENZE },
    );
    return { numero: totale ?? 0, almeno: totaleTroncato ?? false };
  };

  const examineConto = async (esame: Esame, iban: string, data: string): Promise<Esaminato> => {
    const conto = esame.conti.find((c) => c.iban === iban);
    const riga = pickConto(esame.righe, iban);
    const cEra = esame.noti.some(
      (noto) =>
        noto.oggetto === "CONTO" &&
        noto.riferimento === iban &&
        (noto.suPagoPa || noto.rilievi.some(({ codice }) => codice === "CONTO_TOLTO")),
    );
    const trovati = checkConto(conto, riga, cEra, giornoDi(data));
    const pendenze = conto && trovati.length > 0 ? await countPendenze(esame, iban) : undefined;
    const rilievi = weighRilievi(trovati, conto?.abilitato ?? true, pendenze?.numero ?? 0);
    const comune = { idDominio: esame.dominio.idDominio, oggetto: "CONTO", riferimento: iban, data, rilievi } as const;
    return { ...comune, suPagoPa: riga !== undefined, ...(pendenze && { pendenze }) };
  };

  return async (esame: Esame, data: string): Promise<readonly Esaminato[]> => {
    const { dominio, stazione, conti, righe, enti } = esame;
    const ibans = new Set([...conti, ...righe].map(({ iban }) => iban));
    const esaminati: Esaminato[] = [];
    for (const iban of ibans) esaminati.push(await examineConto(esame, iban, data));
    const { idDominio } = dominio;
    const suPagoPa = enti.some(({ idStazione }) => idStazione === stazione.idStazione);
    const rilievi = checkStazione(dominio, stazione, enti);
    return [...esaminati, { idDominio, oggetto: "STAZIONE", riferimento: stazione.idStazione, data, rilievi, suPagoPa }];
  };
};
