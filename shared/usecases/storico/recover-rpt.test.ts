/** The recovery of the legacy family: states follow the Node, RT that we lack are fetched, nothing is invented. */
import { beforeEach, describe, expect, it } from "vitest";
import { COMUNE } from "../../../tests/sostegno/anagrafica.ts";
import { buildPendenza } from "../../../tests/sostegno/esempi.ts";
import { createMemoria, type Memoria } from "../../../tests/sostegno/memoria.ts";
import { buildTentativoStorico, createNodoInMemoria, faultNodo, SILENZIO, stazioneV1 } from "../../../tests/sostegno/nodo-storico.ts";
import { ArchivioRegistro } from "../../adapters/archivio/registro.ts";
import type { Pagamento } from "../../domain/pagamenti/pagamento.ts";
import { azioneRecupero, STATI_APERTI } from "../../domain/storico/recupero-rpt.ts";
import { STATI_RPT } from "../../domain/storico/stati-rpt.ts";
import { createRecoverRpt } from "./recover-rpt.ts";

const IUV = "01000000000000133";
const NOME = `${IUV} ccp-1`;
const PAGAMENTO: Pagamento = {
  versione: 0,
  id: "pagamento-1",
  idA2A: "GEST-TRIBUTI",
  nome: "TARI 2026",
  stato: "IN_CORSO",
  importo: 10_050n,
  dataRichiesta: "2026-11-25T09:00:00.000Z",
  modello: "Pagamento ad iniziativa Ente",
  posizioni: [
    {
      idDominio: COMUNE,
      iuv: IUV,
      numeroAvviso: `3${IUV}`,
      idA2A: "GEST-TRIBUTI",
      idPendenza: "TARI-2026-1",
      causale: "TARI",
      importo: 10_050n,
      esito: "IN_CORSO",
    },
  ],
};

describe("il recupero delle RPT senza conclusione", () => {
  let memoria: Memoria;
  let nodo: ReturnType<typeof createNodoInMemoria>;
  let accettate: string[];

  const run = () =>
    createRecoverRpt({
      ...memoria,
      registro: new ArchivioRegistro(memoria.deposito),
      nodoStorico: nodo.nodoStorico,
      acceptRt: async (rt, { iuv, ccp }) => {
        accettate.push(`${iuv} ${ccp}: ${new TextDecoder().decode(rt)}`);
      },
    })({ ...memoria.traccia, inizio: memoria.clock.now() });
  const posizione = () => memoria.posizioni.getPosizione({ idDominio: COMUNE, iuv: IUV });
  const stato = async () => (await posizione()).tentativi[0]?.stato;
  const passa = (minuti: number): void => memoria.clock.advance(minuti * 60_000);

  beforeEach(async () => {
    memoria = await createMemoria();
    nodo = createNodoInMemoria();
    accettate = [];
    await memoria.store(
      stazioneV1,
      { azione: "crea", entita: "pendenza", valore: buildPendenza() },
      { azione: "crea", entita: "pagamento", valore: PAGAMENTO },
      { azione: "crea", entita: "tentativo", valore: buildTentativoStorico({ stato: "RPT_PARCHEGGIATA_NODO", idPagamento: PAGAMENTO.id }) },
    );
    passa(16);
  });

  it("non chiede dei tentativi appena nati: la persona può stare scegliendo", async () => {
    memoria.clock.set("2026-11-25T09:10:00.000Z");
    expect(await run()).toMatchObject({ stazioni: 1, tentativi: 0 });
    expect(nodo.chiamate).toEqual(["pendenti"]);
  });

  it.each(["RPT_INVIATA_A_PSP", "RPT_ACCETTATA_PSP", "RPT_RIFIUTATA_PSP", "RT_RICEVUTA_NODO"])(
    "%s: lo stato segue il Nodo e il pagamento resta in corso",
    async (suo) => {
      nodo.stati.set(NOME, suo);
      expect(await run()).toMatchObject({ tentativi: 1, aggiornati: 1, chiusi: 0 });
      expect([await stato(), (await memoria.posizioni.getPagamento(PAGAMENTO.id))?.stato]).toEqual([suo, "IN_CORSO"]);
      expect(await run()).toMatchObject({ tentativi: 1, aggiornati: 0 });
    },
  );

  it.each(["RPT_RIFIUTATA_NODO", "RPT_ERRORE_INVIO_A_PSP", "RPT_DECORSI_TERMINI"])(
    "%s: il tentativo si chiude, il pagamento è non eseguito, la pendenza resta pagabile",
    async (suo) => {
      nodo.stati.set(NOME, suo);
      expect(await run()).toMatchObject({ chiusi: 1 });
      expect([await stato(), (await posizione()).pendenza?.stato]).toEqual([suo, "NON_ESEGUITA"]);
      expect(await memoria.posizioni.getPagamento(PAGAMENTO.id)).toMatchObject({
        stato: "NON_ESEGUITO",
        posizioni: [{ esito: "NON_ESEGUITO" }],
      });
      expect(await run()).toMatchObject({ tentativi: 0 });
    },
  );

  it("lo stato scritto nell'elenco delle pendenti basta: nessuna domanda in più", async () => {
    nodo.pendenti.push({ idDominio: COMUNE, iuv: IUV, ccp: "ccp-1", stato: "RPT_INVIATA_A_PSP" });
    await run();
    expect(nodo.chiamate).toEqual(["pendenti"]);
    expect(await stato()).toBe("RPT_INVIATA_A_PSP");
  });

  it.each(["RT_ACCETTATA_NODO", "RT_ERRORE_INVIO_A_PA", "RT_ESITO_SCONOSCIUTO_PA", "RT_ACCETTATA_PA"])(
    "%s: la RT viene presa e consegnata alla coda delle ricevute",
    async (suo) => {
      nodo.stati.set(NOME, suo);
      nodo.copie.set(NOME, new TextEncoder().encode("<RT/>"));
      expect(await run()).toMatchObject({ recuperate: 1 });
      expect(accettate).toEqual([`${NOME}: <RT/>`]);
      expect(await stato()).toBe("RPT_PARCHEGGIATA_NODO");
    },
  );

  it("una RT che il Nodo non ha ancora non è un guasto della stazione", async () => {
    nodo.stati.set(NOME, "RT_ACCETTATA_NODO");
    expect(await run()).toMatchObject({ recuperate: 0, falliti: 1 });
    expect(memoria.deposito.all("eventi")).toMatchObject([
      { iuv: IUV, ccp: "ccp-1", esito: "FAIL", dettaglioEsito: "PPT_RT_NONDISPONIBILE" },
    ]);
  });

  it("una RPT che il Nodo non ha mai avuto si chiude dopo un'ora, non prima", async () => {
    expect(await run()).toMatchObject({ tentativi: 1, chiusi: 0 });
    passa(60);
    expect(await run()).toMatchObject({ chiusi: 1 });
    expect(await stato()).toBe("RPT_RIFIUTATA_NODO");
  });

  it("il Nodo che tace ferma la stazione, non il lavoro; la volta dopo si riprende", async () => {
    nodo.risposte.push(SILENZIO);
    expect(await run()).toMatchObject({ stazioni: 1, tentativi: 0, falliti: 1 });
    nodo.stati.set(NOME, "RPT_DECORSI_TERMINI");
    expect(await run()).toMatchObject({ chiusi: 1, falliti: 0 });
  });

  it.each([
    ["un fault", faultNodo("PPT_SYSTEM_ERROR"), "RPT_INVIATA_A_PSP"],
    ["uno stato che non esiste", undefined, "RPT_INVENTATA"],
  ])("%s su un tentativo resta nel giornale e non tocca lo stato", async (_caso, mancata, suo) => {
    nodo.stati.set(NOME, suo);
    const { chiediStato } = nodo.nodoStorico;
    const nodoStorico = {
      ...nodo.nodoStorico,
      chiediStato: async (...dati: Parameters<typeof chiediStato>) => {
        if (mancata) nodo.risposte.push(mancata);
        return chiediStato(...dati);
      },
    };
    nodo = { ...nodo, nodoStorico };
    expect(await run()).toMatchObject({ falliti: 1, aggiornati: 0 });
    expect(await stato()).toBe("RPT_PARCHEGGIATA_NODO");
  });

  it("una pendente del Nodo sconosciuta qui si segnala, non si inventa", async () => {
    nodo.pendenti.push({ idDominio: COMUNE, iuv: "01000000000099999", ccp: "x", stato: "RPT_INVIATA_A_PSP" });
    nodo.pendenti.push({ idDominio: COMUNE, iuv: IUV, ccp: "ccp-1", stato: "RPT_INVIATA_A_PSP" });
    expect(await run()).toMatchObject({ sconosciute: 1 });
    expect(memoria.deposito.all("eventi").filter((e) => e["esito"] === "FAIL")).toMatchObject([{ iuv: "01000000000099999", ccp: "x" }]);
  });

  it("una RT arrivata mentre si chiedeva resta", async () => {
    nodo.stati.set(NOME, "RPT_DECORSI_TERMINI");
    const { chiediStato } = nodo.nodoStorico;
    const nodoStorico = {
      ...nodo.nodoStorico,
      chiediStato: async (...dati: Parameters<typeof chiediStato>) => {
        const [tentativo] = (await posizione()).tentativi;
        if (tentativo)
          await memoria.store({ azione: "sostituisci", entita: "tentativo", valore: { ...tentativo, stato: "RT_ACCETTATA_PA" } });
        return chiediStato(...dati);
      },
    };
    nodo = { ...nodo, nodoStorico };
    expect(await run()).toMatchObject({ chiusi: 0 });
    expect(await stato()).toBe("RT_ACCETTATA_PA");
  });
});

describe("la tabella del recupero", () => {
  it("ha un'azione per ogni stato, chiude solo ciò che è chiuso e non aspetta ciò che ha già una RT", () => {
    const azioni = Object.fromEntries(Object.keys(STATI_RPT).map((stato) => [stato, azioneRecupero(stato as keyof typeof STATI_RPT)]));
    expect(
      Object.entries(azioni)
        .filter(([, azione]) => azione === "chiudi")
        .map(([stato]) => stato),
    ).toEqual(["RPT_RIFIUTATA_NODO", "RPT_ERRORE_INVIO_A_PSP", "RPT_DECORSI_TERMINI"]);
    expect(STATI_APERTI).not.toContain("RT_ACCETTATA_PA");
    expect(STATI_APERTI).toContain("RPT_ERRORE_INVIO_A_NODO");
  });
});
