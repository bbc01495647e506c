/** One notice, two creditors: the Comune collects its own share and the Unione's, each has its receipt, its settlement row and its treasury. */
import { attendi, campo, chiama, elencoDi, numeroDi, type Oggetto, testoDi } from "../cliente.ts";
import { advanceGiorno, attendiFlusso, readMovimenti, reconcile, settle } from "../contabilita.ts";
import { attendiStato, type Macchina } from "../macchina.ts";
import { check, filo, passo, stato, titolo } from "../narratore.ts";
import { creditoreDi, loadPendenza, pay, verify } from "../passi.ts";
import type { Racconto } from "../racconto.ts";

const riscossioniDi = async (macchina: Macchina, idDominio: string, iuv: string): Promise<readonly Oggetto[]> => {
  const { corpo } = await chiama(`${macchina.api.riconciliazione}/riscossioni?idDominio=${idDominio}&risultatiPerPagina=1000`, {
    chi: macchina.applicazione,
    atteso: 200,
    muta: true,
  });
  return elencoDi(corpo, "risultati").filter((riscossione) => campo(riscossione, "iuv") === iuv);
};

const flussoDi = (macchina: Macchina, idDominio: string, iuv: string): Promise<Oggetto> =>
  attendi(`flusso di ${idDominio}`, async () => {
    const { corpo } = await chiama(`${macchina.api.riconciliazione}/flussiRendicontazione?idDominio=${idDominio}&iuv=${iuv}`, {
      chi: macchina.applicazione,
      atteso: 200,
      muta: true,
    });
    return elencoDi(corpo, "risultati")[0];
  });

const collect = async (macchina: Macchina, idDominio: string, iuv: string, quota: number): Promise<void> => {
  const flusso = await flussoDi(macchina, idDominio, iuv);
  const idFlusso = testoDi(flusso, "idFlusso");
  await attendiFlusso(macchina, idDominio, idFlusso, numeroDi(flusso, "revisione"));
  const movimento = (await readMovimenti(macchina, idDominio)).find(({ causale }) => causale.includes(idFlusso));
  if (!movimento) throw new Error(`il giornale di cassa di ${idDominio} non ha il movimento del flusso ${idFlusso}`);
  const esito = await reconcile(macchina, idDominio, movimento);
  check(`riconciliazione di ${idDominio}`, testoDi(esito, "stato"), "ACQUISITA");
  const [sua] = (await riscossioniDi(macchina, idDominio, iuv)).filter((riscossione) => campo(riscossione, "importo") === quota);
  check(`riscossione di ${idDominio}`, [campo(sua, "importo"), campo(sua, "stato")], [quota, "INCASSATA"]);
};

export const run: Racconto = async (macchina, corsa) => {
  const [comune, unione] = [creditoreDi(macchina, 0), creditoreDi(macchina, 1)];
  titolo("Multibeneficiario: un avviso, due enti");

  passo(`${comune.ragioneSociale} emette un avviso che riscuote anche per ${unione.ragioneSociale}`);
  const debito = await loadPendenza(macchina, `${corsa}-MULTI`, {
    idTipoPendenza: "TARI",
    idDominio: comune.idDominio,
    causale: "TARI 2026 e tributo dell'Unione",
    importo: 105.25,
    voci: [
      { idVocePendenza: "tari", importo: 100, descrizione: "Tassa sui rifiuti", codEntrata: "TARI" },
      { idVocePendenza: "tefa", importo: 5.25, descrizione: "Tributo dell'Unione", idDominio: unione.idDominio, codEntrata: "LIBERO" },
    ],
  });

  passo("Il PSP vede un solo importo, e il Nodo due accrediti su due conti");
  const verifica = await verify(macchina, debito);
  check("importo verificato", numeroDi(verifica, "importo"), 105.25);
  const pagamento = await pay(macchina, debito);
  check("esito del pagamento", testoDi(pagamento, "esito"), "OK");
  const attivazione = elencoDi(pagamento, "scambi").map((scambio) => testoDi(scambio, "risposta"));
  for (const { idDominio } of [comune, unione])
    check(
      `accredito a ${idDominio} nella risposta alla paGetPaymentV2`,
      attivazione.some((xml) => xml.includes(`<fiscalCodePA>${idDominio}</fiscalCodePA><companyName>`)),
      true,
    );

  passo("Ognuno dei due enti riceve la ricevuta; la pendenza si chiude una volta sola");
  const consegne = elencoDi(pagamento, "ricevuta", "consegne");
  check(
    "consegne del Nodo",
    consegne.map((consegna) => [testoDi(consegna, "idPA"), testoDi(consegna, "esito")]),
    [
      [comune.idDominio, "OK"],
      [unione.idDominio, "OK"],
    ],
  );
  const eseguita = await attendiStato(macchina, debito.idPendenza, "ESEGUITA");
  check("stato della pendenza", testoDi(eseguita, "stato"), "ESEGUITA");
  for (const [{ idDominio }, quota] of [
    [comune, 100],
    [unione, 5.25],
  ] as const) {
    const [riscossione] = await attendi(`riscossione di ${idDominio}`, async () => {
      const trovate = await riscossioniDi(macchina, idDominio, debito.iuv);
      return trovate.length > 0 ? trovate : undefined;
    });
    check(`riscossione di ${idDominio}`, numeroDi(riscossione, "importo"), quota);
  }

  passo("Il PSP riversa a ciascuno il suo; ogni ragioneria riconcilia la sua cassa");
  for (const flusso of elencoDi(await settle(macchina), "flussi"))
    filo(`${testoDi(flusso, "idDominio")}: ${numeroDi(flusso, "importoTotale")} euro`);
  await advanceGiorno(macchina);
  await collect(macchina, unione.idDominio, debito.iuv, 5.25);
  await collect(macchina, comune.idDominio, debito.iuv, 100);
  const incassata = await attendiStato(macchina, debito.idPendenza, "INCASSATA");
  stato(`la pendenza è ${testoDi(incassata, "stato")}: ogni voce nella cassa del suo ente`);
};
