/** The queue `rpt`: whatever the Node answers, the attempt ends where the table says and nothing is lost or done twice. */
import { beforeEach, describe, expect, it } from "vitest";
import { COMUNE, STAZIONE } from "../../../tests/sostegno/anagrafica.ts";
import { buildPendenza } from "../../../tests/sostegno/esempi.ts";
import { createMemoria, type Memoria } from "../../../tests/sostegno/memoria.ts";
import {
  buildTentativoStorico,
  createNodoInMemoria,
  faultNodo,
  MAI_PARTITA,
  SILENZIO,
  stazioneV1,
} from "../../../tests/sostegno/nodo-storico.ts";
import { presentRpt } from "../../presenters/storico/rpt.ts";
import { createSendRpt } from "./send-rpt.ts";

const CANALE = { idPsp: "ABI03069", idIntermediarioPsp: "97103880585", idCanale: "97103880585_02" };
const MESSAGGIO = { idDominio: COMUNE, iuv: "01000000000000133", ccp: "ccp-1" };

describe("l'invio di una RPT", () => {
  let memoria: Memoria;
  let nodo: ReturnType<typeof createNodoInMemoria>;

  const send = () => createSendRpt({ ...memoria, nodoStorico: nodo.nodoStorico, presentRpt })(MESSAGGIO, memoria.traccia);
  const esito = (): Promise<string> =>
    send().then(
      () => "fatto",
      () => "da ripetere",
    );
  const stato = async () => (await memoria.posizioni.getPosizione(MESSAGGIO)).tentativi[0]?.stato;

  beforeEach(async () => {
    memoria = await createMemoria();
    nodo = createNodoInMemoria();
    nodo.setPagina(undefined);
    await memoria.store(
      stazioneV1,
      { azione: "crea", entita: "pendenza", valore: buildPendenza() },
      { azione: "crea", entita: "tentativo", valore: buildTentativoStorico({ canale: CANALE }) },
    );
  });

  it("porta la RPT al canale del PSP che ha attivato il pagamento", async () => {
    await send();
    expect(nodo.inviate).toMatchObject([{ canale: CANALE, punto: { idStazione: STAZIONE, password: "parola-01" }, rpt: [MESSAGGIO] }]);
    expect(await stato()).toBe("RPT_ACCETTATA_NODO");
  });

  it("ripetuto non la spedisce di nuovo; spedita di nuovo è la stessa", async () => {
    nodo.risposte.push(SILENZIO);
    expect([await esito(), await esito(), await esito()]).toEqual(["da ripetere", "fatto", "fatto"]);
    const [prima, seconda, ...altre] = nodo.inviate.map(({ rpt }) => rpt[0]?.xml);
    expect(seconda).toBe(prima);
    expect(altre).toEqual([]);
  });

  it.each([
    ["rifiutata", faultNodo("PPT_SEMANTICA"), "fatto", "RPT_RIFIUTATA_NODO"],
    ["il Nodo tace", SILENZIO, "da ripetere", "RPT_ERRORE_INVIO_A_NODO"],
    ["risposta illeggibile", { causa: "illeggibile", dettaglio: "html" } as const, "da ripetere", "RPT_ERRORE_INVIO_A_NODO"],
    ["il canale del PSP non risponde", faultNodo("PPT_CANALE_TIMEOUT"), "da ripetere", "RPT_ERRORE_INVIO_A_NODO"],
    ["Nodo sovraccarico", faultNodo("PPT_SUPERAMENTOSOGLIA"), "da ripetere", "RPT_ATTIVATA"],
    ["Nodo irraggiungibile", MAI_PARTITA, "da ripetere", "RPT_ATTIVATA"],
  ])("%s", async (_caso, mancata, atteso, dopo) => {
    nodo.risposte.push(mancata);
    expect([await esito(), await stato()]).toEqual([atteso, dopo]);
  });

  it("dopo un silenzio, duplicata vuol dire arrivata: si chiede lo stato prima di agire", async () => {
    nodo.risposte.push(SILENZIO);
    await esito();
    nodo.risposte.push(faultNodo("PPT_RPT_DUPLICATA"));
    nodo.stati.set("01000000000000133 ccp-1", "RPT_INVIATA_A_PSP");
    expect([await esito(), await stato()]).toEqual(["fatto", "RPT_INVIATA_A_PSP"]);
    expect(nodo.chiamate).toEqual(["invia 01000000000000133 ccp-1", "invia 01000000000000133 ccp-1", "stato 01000000000000133 ccp-1"]);
  });

  it("se anche lo stato non si sa, il messaggio torna", async () => {
    nodo.risposte.push(faultNodo("PPT_RPT_DUPLICATA"), SILENZIO);
    expect([await esito(), await stato()]).toEqual(["da ripetere", "RPT_ATTIVATA"]);
  });

  it("una RT arrivata mentre il Nodo rispondeva resta", async () => {
    const { inviaRpt } = nodo.nodoStorico;
    const intanto = {
      ...nodo.nodoStorico,
      inviaRpt: async (...dati: Parameters<typeof inviaRpt>) => {
        const [tentativo] = (await memoria.posizioni.getPosizione(MESSAGGIO)).tentativi;
        if (tentativo)
          await memoria.store({ azione: "sostituisci", entita: "tentativo", valore: { ...tentativo, stato: "RT_ACCETTATA_PA" } });
        return inviaRpt(...dati);
      },
    };
    nodo = { ...nodo, nodoStorico: intanto };
    expect([await esito(), await stato()]).toEqual(["fatto", "RT_ACCETTATA_PA"]);
  });

  it.each(["putItem", "transactWrite"])("un arresto del deposito prima di %s si ripara ripetendo", async (operazione) => {
    let arresti = 1;
    memoria.observe((richiesta) => {
      if (arresti > 0 && richiesta.operazione.toLowerCase().includes(operazione.toLowerCase().slice(0, 8))) {
        arresti -= 1;
        throw new Error("arresto");
      }
    });
    await esito();
    nodo.risposte.push(faultNodo("PPT_RPT_DUPLICATA"));
    nodo.stati.set("01000000000000133 ccp-1", "RPT_ACCETTATA_NODO");
    await esito();
    expect(await stato()).toBe("RPT_ACCETTATA_NODO");
  });

  it("un tentativo sconosciuto o una stazione che non è della famiglia storica finiscono negli scarti", async () => {
    await expect(
      createSendRpt({ ...memoria, nodoStorico: nodo.nodoStorico, presentRpt })({ ...MESSAGGIO, ccp: "altro" }, memoria.traccia),
    ).rejects.toThrow(/sconosciuto/);
    await memoria.store({ ...stazioneV1, valore: { ...stazioneV1.valore, versione: 2, versioneStazione: "V2" } });
    await expect(send()).rejects.toThrow(/versione V1/);
  });
});
