/** Notices of the creditor that another intermediary issued: they are in the books too, and the creditor's own rules say under which chapter. */
import { attendi, chiama, elencoDi, numeroDi, type Oggetto, testoDi } from "../../cliente.ts";
import { centesimiDi, check, euro, passo, stato } from "../../narratore.ts";
import { comanda } from "../../passi.ts";
import { get, oggiDi } from "../../tesoreria.ts";
import { CAPITOLO, type Mese } from "./ufficio.ts";

const IMPORTO = 61.5;
const REGOLA = "TARI del concessionario";

/** Another at every story: digits of its name, under a segregation code that is not ours. */
const avvisoAltrui = (corsa: string): string =>
  `347${(BigInt(`0x${Buffer.from(corsa).toString("hex")}`) % 10n ** 15n).toString().padStart(15, "0")}`;

/** Cents paid in the month in that group. */
const pagatoDi = async ({ macchina, idDominio, inizio }: Mese, gruppo: string, valore: string): Promise<bigint> => {
  const oggi = await oggiDi(macchina);
  const corpo = await get(macchina, `/accertamenti?idDominio=${idDominio}&dataDa=${inizio}&dataA=${oggi}&gruppi=${gruppo}`);
  const riga = elencoDi(corpo, "risultati").find((voce) => voce[gruppo] === valore);
  return riga ? centesimiDi(numeroDi(riga, "pagato")) : 0n;
};

export const mapAltrui = async (mese: Mese): Promise<void> => {
  const { macchina, corsa, idDominio } = mese;
  passo("Un avviso dell'ente emesso da un altro intermediario: pagoPA manda la ricevuta anche qui, e nessuna pendenza dice che cos'è");
  const url = `${macchina.api.riconciliazione}/impostazioni/${idDominio}`;
  const { idDominio: _, principal: __, data: ___, versione: ____, ...impostazioni } = await get(macchina, `/impostazioni/${idDominio}`);
  const save = (regole: readonly Oggetto[]) =>
    chiama(url, {
      ...{ metodo: "PUT", chi: macchina.applicazione, atteso: 200 },
      corpo: { ...impostazioni, pagamentiEsterni: { regole } },
    });
  const [ignotiPrima, capitoloPrima] = [await pagatoDi(mese, "regolaEsterna", "NESSUNA"), await pagatoDi(mese, "capitolo", CAPITOLO)];
  const { iuv } = await comanda(macchina, "nodo/pagamenti-altrove", {
    ...{ idDominio, numeroAvviso: avvisoAltrui(corsa), causale: "TARI" },
    trasferimenti: [{ idDominio, importo: IMPORTO }],
  });
  await attendi("riscossione di un altro intermediario", async () => {
    const elenco = await get(macchina, `/riscossioni?idDominio=${idDominio}&tipo=ALTRO_INTERMEDIARIO&ordinamento=-data`);
    return elencoDi(elenco, "risultati").find((riscossione) => riscossione["iuv"] === iuv);
  });
  check("senza regole: pagato e non si sa che cosa", euro((await pagatoDi(mese, "regolaEsterna", "NESSUNA")) - ignotiPrima), euro(6_150n));

  passo(
    "Una regola per tassonomia e codice di segregazione: prima in prova, per vedere che cosa prenderebbe, poi in vigore anche per il passato",
  );
  const regola = {
    ...{ nome: REGOLA, quando: { tassonomia: "0101101IM", codiceSegregazione: "47" } },
    ...{ idTipoPendenza: "TARI", quota: { capitolo: CAPITOLO } },
  };
  await save([{ ...regola, inProva: true }]);
  const presi = await pagatoDi(mese, "regolaEsterna", REGOLA);
  check("in prova ne prende", presi >= 6_150n, true);
  check("e il capitolo non cambia", euro((await pagatoDi(mese, "capitolo", CAPITOLO)) - capitoloPrima), euro(0n));
  await save([regola]);
  check("in vigore: il suo capitolo", euro((await pagatoDi(mese, "capitolo", CAPITOLO)) - capitoloPrima), euro(presi));
  const elenco = await get(macchina, `/riscossioni?idDominio=${idDominio}&tipo=ALTRO_INTERMEDIARIO&ordinamento=-data`);
  const riscossione = elencoDi(elenco, "risultati").find((voce) => voce["iuv"] === iuv);
  stato(
    `la riscossione ${iuv} è ${testoDi(riscossione, "attribuzione", "idTipoPendenza")} per la regola «${testoDi(riscossione, "attribuzione", "regola")}»`,
  );
  await save([]);
};
