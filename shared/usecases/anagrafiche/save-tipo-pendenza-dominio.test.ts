import { describe, expect, it } from "vitest";
import type { TipoPendenzaDominio } from "../../domain/anagrafiche/creditore.ts";
import { createRegistro } from "./prove/registro.ts";
import { saveDominio } from "./save-dominio.ts";
import { saveTipoPendenza } from "./save-tipo-pendenza.ts";
import { saveTipoPendenzaDominio } from "./save-tipo-pendenza-dominio.ts";

const idDominio = "01234567890";
const tipo = (avvisaturaAppIO?: Record<string, unknown>): TipoPendenzaDominio => ({
  versione: 0,
  idDominio,
  idTipoPendenza: "TARI",
  ...(avvisaturaAppIO && { configurazione: { avvisaturaAppIO } }),
});

describe("the key of App IO", () => {
  it.each([
    ["kept by a replacement that leaves it out", { promemoriaAvviso: { abilitato: true } }, "prima"],
    ["replaced by another", { apiKey: "seconda" }, "seconda"],
    ["gone with the whole section", undefined, undefined],
  ])("is %s", async (_caso, sezione, atteso) => {
    const { registro, porte, scrivente } = createRegistro();
    const dominio = { idDominio, ragioneSociale: "Comune", intermediato: false, scaricaFr: false, abilitato: true };
    await saveDominio(porte)(dominio, scrivente);
    await saveTipoPendenza(porte)(
      { versione: 0, idTipoPendenza: "TARI", descrizione: "TARI", pagaTerzi: true, abilitato: true },
      scrivente,
    );
    await saveTipoPendenzaDominio(porte)(tipo({ apiKey: "prima" }), scrivente);
    expect(await saveTipoPendenzaDominio(porte)(tipo(sezione), scrivente)).toEqual({ ok: true, valore: 200 });
    const salvato = await registro.get("tipoPendenzaDominio", "TARI", idDominio);
    expect(salvato?.configurazione?.["avvisaturaAppIO"]).toEqual(
      atteso === undefined ? undefined : expect.objectContaining({ apiKey: atteso }),
    );
  });
});
