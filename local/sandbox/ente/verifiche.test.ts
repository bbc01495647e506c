/** The demonstration system as the gateway meets it: what it knows, in both versions, and every way in which it can be asked to misbehave. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readVerifica } from "../../../shared/runtime/ente/read-verifica.ts";
import { basic, ENTE } from "../credenziali.ts";
import { type Banco, COMUNE, openBanco } from "../prove/banco.ts";

let banco: Banco;
beforeEach(async () => {
  banco = await openBanco();
});
afterEach(() => banco.close());

const chi = { authorization: basic(ENTE) };
const addDebito = async (altro: object = {}) => (await banco.json("POST", "/sandbox/ente/debiti", { idDominio: COMUNE, ...altro })).corpo;
const ask = async (percorso: string) => (await banco.json("GET", `/sandbox/ente/${percorso}`, undefined, chi)).corpo;
const behave = (corpo: object) => banco.json("POST", "/sandbox/ente/comportamento", corpo);

describe("il gestionale dimostrativo", () => {
  it("dà numeri avviso suoi, con le cifre di controllo giuste", async () => {
    const [primo, secondo] = [String((await addDebito())["numeroAvviso"]), String((await addDebito())["numeroAvviso"])];
    expect(primo).toMatch(/^30188\d{13}$/);
    expect(secondo).not.toBe(primo);
    expect(Number(primo.slice(0, 16)) % 93).toBe(Number(primo.slice(16)));
  });

  it.each(["REST v2", "REST v1"] as const)("risponde come il gateway sa leggere (%s)", async (versione) => {
    const { numeroAvviso, idPendenza } = await addDebito({ importo: 12.3, dataValidita: "2026-12-31" });
    const percorsi =
      versione === "REST v1"
        ? [`v1/avvisi/${COMUNE}/${String(numeroAvviso).slice(1)}`, `v1/pendenze/GEST-MULTE/${idPendenza}`]
        : [`avvisi/${COMUNE}/${numeroAvviso}`, `pendenze/GEST-MULTE/${idPendenza}`];
    for (const percorso of percorsi) {
      expect(readVerifica(JSON.stringify(await ask(percorso)), versione)).toMatchObject({
        ok: true,
        valore: { stato: "NON_ESEGUITA", pendenza: { idPendenza, nuova: { importo: 1230n, numeroAvviso, dataValidita: "2026-12-31" } } },
      });
    }
  });

  it.each(["ANNULLATA", "SCADUTA", "SCONOSCIUTA", "DUPLICATA"])("dice di un debito che è %s", async (stato) => {
    const { numeroAvviso } = await addDebito({ stato, descrizioneStato: "perché sì" });
    expect(await ask(`avvisi/${COMUNE}/${numeroAvviso}`)).toEqual({ stato, descrizioneStato: "perché sì" });
  });

  it("non conosce ciò che non ha, e non parla con chi non ha le credenziali", async () => {
    expect(await ask(`avvisi/${COMUNE}/301880000000000000`)).toEqual({ stato: "SCONOSCIUTA" });
    expect(await ask("pendenze/GEST-MULTE/IGNOTA")).toEqual({ stato: "SCONOSCIUTA" });
    expect((await banco.chiedi("GET", `/sandbox/ente/avvisi/${COMUNE}/301880000000000000`)).status).toBe(401);
  });

  it("si comporta male quante volte gli si chiede, poi torna normale", async () => {
    const { numeroAvviso } = await addDebito();
    const percorso = `/sandbox/ente/avvisi/${COMUNE}/${numeroAvviso}`;
    await behave({ tipo: "html", volte: 1 });
    expect((await banco.chiedi("GET", percorso, undefined, chi)).headers.get("content-type")).toContain("text/html");
    await behave({ tipo: "altra", volte: 1 });
    expect((await ask(`avvisi/${COMUNE}/${numeroAvviso}`))["pendenza"]?.["numeroAvviso"]).not.toBe(numeroAvviso);
    // Slower than whoever asks is patient; then as slow, for one who waits.
    await behave({ tipo: "lento", volte: 1, millisecondi: 60_000 });
    await expect(fetch(banco.gateway.baseUrl + percorso, { headers: chi, signal: AbortSignal.timeout(1_000) })).rejects.toThrow();
    await behave({ tipo: "lento", volte: 1, millisecondi: 60 });
    expect((await ask(`avvisi/${COMUNE}/${numeroAvviso}`))["stato"]).toBe("NON_ESEGUITA");
    await behave({ tipo: "mai", volte: 1 });
    await expect(fetch(banco.gateway.baseUrl + percorso, { headers: chi, signal: AbortSignal.timeout(1_000) })).rejects.toThrow();
    expect((await ask(`avvisi/${COMUNE}/${numeroAvviso}`))["stato"]).toBe("NON_ESEGUITA");
    expect((await banco.json("GET", "/sandbox/ente/comportamento")).corpo["tipo"]).toBe("normale");
  });

  it("rifiuta un debito che non sa scrivere", async () => {
    const { stato, corpo } = await banco.json("POST", "/sandbox/ente/debiti", { idDominio: "00000000000", importo: 0 });
    expect([stato, String(corpo["errore"])]).toEqual([400, expect.stringMatching(/idDominio.*importo/)]);
  });
});
