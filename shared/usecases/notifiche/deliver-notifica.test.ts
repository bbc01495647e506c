import { beforeEach, describe, expect, it } from "vitest";
import { ALTRA_APPLICAZIONE, APPLICAZIONE, COMUNE } from "../../../tests/sostegno/anagrafica.ts";
import { ADESSO, buildPendenza, buildRicevuta } from "../../../tests/sostegno/esempi.ts";
import { createMemoria, type Memoria } from "../../../tests/sostegno/memoria.ts";
import { ko, ok } from "../../domain/esito.ts";
import type { NotificaRicevuta, SistemaEnte } from "../../ports/sistema-ente.ts";
import { createDeliverNotifica } from "./deliver-notifica.ts";

const CHIAVE = { idDominio: COMUNE, iuv: "01000000000000133", idRicevuta: "ricevuta-1" };

describe("delivery of a receipt to the creditor's system", () => {
  let memoria: Memoria;
  let ricevute: NotificaRicevuta[];
  let risposta: Awaited<ReturnType<SistemaEnte["notifyRicevuta"]>>;

  const seed = (idA2A: string): Promise<void> =>
    memoria.store(
      { azione: "crea", entita: "pendenza", valore: buildPendenza({ idA2A }) },
      { azione: "crea", entita: "ricevuta", valore: buildRicevuta({ idA2A }) },
      {
        azione: "crea",
        entita: "notifica",
        valore: { versione: 0, ...CHIAVE, idA2A, tipo: "RICEVUTA", stato: "DA_SPEDIRE", tentativi: 0, data: ADESSO },
      },
    );

  const deliver = () => {
    const ente: Pick<SistemaEnte, "notifyRicevuta"> = {
      notifyRicevuta: async (_servizio, notifica) => {
        ricevute.push(notifica);
        return risposta;
      },
    };
    return createDeliverNotifica({
      ...memoria,
      ente,
      present: (ricevuta, _posizione, ragioneSociale) => ({ id: ricevuta.idRicevuta, ragioneSociale }),
    })(CHIAVE, memoria.traccia);
  };

  beforeEach(async () => {
    memoria = await createMemoria();
    ricevute = [];
    risposta = ok({ status: 201 });
  });

  it("sends it once: a second message changes nothing", async () => {
    await seed(APPLICAZIONE);
    expect(await deliver()).toEqual({ esito: "consegnata" });
    expect(await deliver()).toEqual({ esito: "gia-consegnata" });
    expect(ricevute).toEqual([{ ...CHIAVE, corpo: { id: "ricevuta-1", ragioneSociale: "Comune di Prova" } }]);
    expect(await memoria.posizioni.getNotifica(CHIAVE)).toMatchObject({ stato: "SPEDITA", tentativi: 1 });
  });

  it("keeps it and waits longer after each failure", async () => {
    await seed(APPLICAZIONE);
    risposta = ko({ status: 503, dettaglio: "il sistema dell'ente ha risposto 503: manutenzione" });
    expect(await deliver()).toEqual({ esito: "riprova", secondi: 60 });
    expect(await deliver()).toEqual({ esito: "riprova", secondi: 240 });
    expect(await memoria.posizioni.getNotifica(CHIAVE)).toMatchObject({
      stato: "DA_SPEDIRE",
      tentativi: 2,
      descrizioneStato: "il sistema dell'ente ha risposto 503: manutenzione",
      dataProssimoTentativo: "2026-11-25T09:04:00.000Z",
    });
    risposta = ok({ status: 200 });
    expect(await deliver()).toEqual({ esito: "consegnata" });
  });

  it("gives up when the application has nowhere to be told", async () => {
    await seed(ALTRA_APPLICAZIONE);
    expect(await deliver()).toEqual({ esito: "annullata" });
    expect(ricevute).toEqual([]);
    expect(await memoria.posizioni.getNotifica(CHIAVE)).toMatchObject({ stato: "ANNULLATA" });
  });

  it("delivers again, harmlessly, when the machine stopped after the call and before the state", async () => {
    await seed(APPLICAZIONE);
    memoria.observe(({ operazione }) => {
      if (operazione === "commit") throw new Error("spento");
    });
    await expect(deliver()).rejects.toThrow("spento");
    memoria.observe(() => {});
    expect(await deliver()).toEqual({ esito: "consegnata" });
    expect(ricevute).toHaveLength(2);
  });

  it("journals each attempt", async () => {
    await seed(APPLICAZIONE);
    risposta = ko({ dettaglio: "tempo scaduto" });
    await deliver();
    const eventi = memoria.deposito.all("eventi").filter((e) => e["tipoEvento"] === "notificaRicevuta");
    expect(eventi).toMatchObject([{ componente: "API_ENTE", ruolo: "CLIENT", esito: "FAIL", dettaglioEsito: "tempo scaduto" }]);
  });

  it("refuses a message about a receipt that is not there", async () => {
    await expect(deliver()).rejects.toThrow("notifica senza ricevuta");
  });
});
