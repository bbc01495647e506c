/**
 * Third use case: a day of 500 payments by three PSPs in which everything that can go wrong goes wrong once — a credit a cent short, a receipt
 * lost, a flow replaced, a payment reported twice — and every cent is accounted for.
 */
import { attendi, campo, chiama, elencoDi, inParallelo, numeroDi, type Oggetto, testoDi } from "./cliente.ts";
import { advanceGiorno, attendiFlusso, readMovimenti, readRighe, reconcile, settle } from "./contabilita.ts";
import { attendiStato, type Macchina } from "./macchina.ts";
import { centesimiDi, check, euro, passo, stato, titolo } from "./narratore.ts";

const PSP = ["ABI99001", "FIOPIT2F", "99003000017"] as const;

interface Debito {
  readonly idPendenza: string;
  readonly importo: number;
  readonly psp: (typeof PSP)[number];
  readonly numeroAvviso: string;
  readonly iuv: string;
}

/** Amounts of every length, to the cent. */
const importoDi = (i: number): number => Number(`${5 + ((i * 37) % 180)}.${String((i * 13) % 100).padStart(2, "0")}`);

const load = async (macchina: Macchina, corsa: string, idDominio: string, quanti: number): Promise<Debito[]> =>
  inParallelo(
    Array.from({ length: quanti }, (_, i) => i),
    16,
    async (i) => {
      const idPendenza = `${corsa}-R${i}`;
      const importo = importoDi(i);
      const corpo = {
        idTipoPendenza: "COSAP",
        idDominio,
        causale: `Canone ${i + 1}`,
        soggettoPagatore: { tipo: "F", identificativo: "RSSMRA85T10A562S", anagrafica: "Mario Rossi" },
        importo,
        voci: [{ idVocePendenza: "1", importo, descrizione: "Canone", codEntrata: "COSAP" }],
      };
      const creata = await chiama(`${macchina.api.pendenze}/pendenze/${macchina.applicazione.idA2A}/${idPendenza}`, {
        metodo: "PUT",
        chi: macchina.applicazione,
        corpo,
        atteso: 201,
        muta: true,
      });
      const numeroAvviso = testoDi(creata.corpo, "numeroAvviso");
      return { idPendenza, importo, psp: PSP[i % PSP.length] ?? PSP[0], numeroAvviso, iuv: numeroAvviso.slice(1) };
    },
  );

const somma = (elementi: readonly { readonly importo: number }[]): bigint =>
  elementi.reduce((totale, { importo }) => totale + centesimiDi(importo), 0n);

const flussoDi = (emessi: readonly Oggetto[], psp: string, idDominio: string): { idFlusso: string; totale: bigint; numero: number } => {
  const flusso = emessi.find((f) => f["psp"] === psp && f["idDominio"] === idDominio);
  if (!flusso) throw new Error(`il PSP ${psp} non ha rendicontato`);
  return {
    idFlusso: testoDi(flusso, "idFlusso"),
    totale: centesimiDi(numeroDi(flusso, "importoTotale")),
    numero: numeroDi(flusso, "numeroPagamenti"),
  };
};

const anomalieDi = (righe: readonly Oggetto[], codice: string): readonly Oggetto[] =>
  righe.filter((riga) => elencoDi(riga, "segnalazioni").some((segnalazione) => segnalazione["codice"] === codice));

/** `pagamenti` spread over the three PSPs: at least one each. */
export const runRiconciliazione = async (macchina: Macchina, corsa: string, pagamenti = 500): Promise<void> => {
  const [creditore] = macchina.creditori;
  if (!creditore) throw new Error("nessun creditore di dimostrazione");
  const { idDominio } = creditore;
  titolo(`Riconciliazione: un giorno di ${pagamenti} pagamenti presso tre PSP`);

  passo(`Il gestionale carica ${pagamenti} pendenze`);
  const debiti = await load(macchina, corsa, idDominio, pagamenti);
  stato(`${debiti.length} avvisi, ${euro(somma(debiti))}`);

  passo("I cittadini pagano; di un pagamento la ricevuta non arriverà mai");
  const di = (psp: string): Debito[] => debiti.filter((debito) => debito.psp === psp);
  const [perso] = di(PSP[2]);
  const [doppio] = di(PSP[1]);
  if (!perso || !doppio) throw new Error("troppo pochi pagamenti");
  const giornata = await chiama(`${macchina.base}/sandbox/psp/giornata`, {
    metodo: "POST",
    corpo: {
      concorrenza: 8,
      pagamenti: debiti.map(({ numeroAvviso, psp, idPendenza }) => ({
        idDominio,
        numeroAvviso,
        psp,
        senzaRicevuta: idPendenza === perso.idPendenza,
      })),
    },
    atteso: 200,
  });
  check("pagamenti riusciti", numeroDi(giornata.corpo, "pagati"), pagamenti);

  passo(
    "I PSP rendicontano: Banca del Borgo con una riga errata, Fiore Pagamenti con un pagamento ripetuto, la Cassa Rurale viene accreditata di un centesimo in meno",
  );
  const emessi = elencoDi(
    await settle(macchina, {
      rigaErrata: { psp: PSP[0], centesimi: 100, idDominio },
      duplica: { iuv: doppio.iuv },
      creditoInMeno: { psp: PSP[2], centesimi: 1, idDominio },
    }),
    "flussi",
  );
  const [conRigaErrata, conRipetizione, conPerdita] = [
    flussoDi(emessi, PSP[0], idDominio),
    flussoDi(emessi, PSP[1], idDominio),
    flussoDi(emessi, PSP[2], idDominio),
  ];
  check("totale di Banca del Borgo (un euro di troppo in una riga)", euro(conRigaErrata.totale), euro(somma(di(PSP[0])) + 100n));
  check(
    "totale di Fiore Pagamenti (una riga due volte)",
    euro(conRipetizione.totale),
    euro(somma(di(PSP[1])) + centesimiDi(doppio.importo)),
  );
  check("totale della Cassa Rurale", euro(conPerdita.totale), euro(somma(di(PSP[2]))));

  passo("Il giorno dopo i flussi vengono acquisiti e ogni riga è confrontata con le ricevute");
  await advanceGiorno(macchina);
  for (const { idFlusso } of [conRigaErrata, conRipetizione, conPerdita])
    check(`flusso ${idFlusso}`, testoDi(await attendiFlusso(macchina, idDominio, idFlusso, 1), "stato"), "Acquisito");
  const righeErrate = await readRighe(macchina, idDominio, conRigaErrata.idFlusso);
  check("righe di Banca del Borgo", righeErrate.length, di(PSP[0]).length);
  check("righe con importo diverso dal pagamento (007104)", anomalieDi(righeErrate, "007104").length, 1);
  const righeRipetute = await readRighe(macchina, idDominio, conRipetizione.idFlusso);
  check(
    "righe ripetute (007115)",
    anomalieDi(righeRipetute, "007115").map((riga) => riga["iuv"]),
    [doppio.iuv],
  );
  const righePerse = await readRighe(macchina, idDominio, conPerdita.idFlusso);
  const senzaRicevuta = righePerse.filter((riga) => numeroDi(riga, "esito") === 9);
  check(
    "righe senza ricevuta (esito 9)",
    senzaRicevuta.map((riga) => riga["iuv"]),
    [perso.iuv],
  );
  await chiama(`${macchina.base}/sandbox/schedulazioni/recuperaRicevute`, { metodo: "POST", corpo: {}, atteso: 200 });
  const senzaRpt = await attendiStato(macchina, perso.idPendenza, "ESEGUITA");
  check("pendenza pagata, con la riga del flusso come prova", testoDi(senzaRpt, "descrizioneStato"), "Eseguito senza RPT");

  passo("Banca del Borgo corregge il suo flusso con una nuova revisione");
  await settle(macchina, { sostituisci: conRigaErrata.idFlusso });
  await chiama(`${macchina.base}/sandbox/schedulazioni/acquisisciFlussi`, { metodo: "POST", corpo: {}, atteso: 200 });
  const corretto = await attendiFlusso(macchina, idDominio, conRigaErrata.idFlusso, 2);
  check("totale della revisione 2", euro(centesimiDi(numeroDi(corretto, "importoTotale"))), euro(somma(di(PSP[0]))));
  const righeCorrette = await readRighe(macchina, idDominio, conRigaErrata.idFlusso);
  check("anomalie della revisione 2", righeCorrette.filter((riga) => riga["stato"] !== "OK").length, 0);
  await attendi("la revisione 1 è obsoleta", async () => {
    const { corpo } = await chiama(
      `${macchina.api.riconciliazione}/flussiRendicontazione?idDominio=${idDominio}&idFlusso=${encodeURIComponent(conRigaErrata.idFlusso)}&escludiObsoleti=true`,
      { chi: macchina.applicazione, atteso: 200, muta: true },
    );
    return elencoDi(corpo, "risultati").length === 1 ? true : undefined;
  });

  passo("La ragioneria riconcilia i tre accrediti del giornale di cassa");
  const movimenti = await readMovimenti(macchina, idDominio);
  const movimentoDi = (idFlusso: string) => {
    const movimento = movimenti.find(({ causale }) => causale.includes(idFlusso));
    if (!movimento) throw new Error(`il giornale di cassa non ha il movimento del flusso ${idFlusso}`);
    return movimento;
  };
  check("Banca del Borgo", testoDi(await reconcile(macchina, idDominio, movimentoDi(conRigaErrata.idFlusso)), "stato"), "ACQUISITA");
  const ripetuta = await reconcile(macchina, idDominio, movimentoDi(conRipetizione.idFlusso));
  check("Fiore Pagamenti", testoDi(ripetuta, "stato"), "ACQUISITA");
  check(
    "importo riscosso di Fiore Pagamenti (la ripetizione resta da spiegare)",
    euro(somma(elencoDi(ripetuta, "riscossioni").map((r) => ({ importo: numeroDi(r, "importo") })))),
    euro(somma(di(PSP[1]))),
  );
  const movimentoCorto = movimentoDi(conPerdita.idFlusso);
  check("accredito della Cassa Rurale", euro(movimentoCorto.centesimi), euro(conPerdita.totale - 1n));
  const corta = await reconcile(macchina, idDominio, movimentoCorto);
  check("Cassa Rurale", testoDi(corta, "stato"), "ERRORE");
  check("perché", testoDi(corta, "descrizioneStato").includes("021407"), true);
  stato(testoDi(corta, "descrizioneStato"));

  passo("La banca integra il centesimo e la ragioneria ripete la riconciliazione: c'è anche il pagamento senza ricevuta");
  const intero = { ...movimentoCorto, importo: Number(`${conPerdita.totale / 100n}.${String(conPerdita.totale % 100n).padStart(2, "0")}`) };
  const integrata = await reconcile(macchina, idDominio, intero, "-INT");
  check("Cassa Rurale", testoDi(integrata, "stato"), "ACQUISITA");
  check("pendenza pagata senza ricevuta", testoDi(await attendiStato(macchina, perso.idPendenza, "INCASSATA"), "stato"), "INCASSATA");

  passo("Il conto del giorno");
  const conto = await chiama(
    `${macchina.api.pendenze}/pendenze?idDominio=${idDominio}&stato=INCASSATA&risultatiPerPagina=1000&metadatiPaginazione=true`,
    { chi: macchina.applicazione, atteso: 200 },
  );
  const incassate = elencoDi(conto.corpo, "risultati").filter((pendenza) => String(campo(pendenza, "idPendenza")).startsWith(`${corsa}-R`));
  check("pendenze incassate", incassate.length, pagamenti);
  check("importo incassato", euro(somma(incassate.map((p) => ({ importo: numeroDi(p, "importo") })))), euro(somma(debiti)));
};
