import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attesaPrimaDiRipetere, isRipetibile, type Ripetizione, rimedioDiFault, type Tentata } from "./rimedi.ts";

const ripetizione = (campi: Partial<Ripetizione> = {}): Ripetizione => ({
  tentata: { status: 503 },
  idempotente: true,
  tentativo: 1,
  tentativi: 3,
  restanoMillisecondi: 10_000,
  caso: 1,
  ...campi,
});

describe("i fault del Nodo (pagopa.md 3.3)", () => {
  it.each([
    ["PPT_AUTENTICAZIONE", "mai"],
    ["PPT_SINTASSI_XSD", "mai"],
    ["PPT_STAZIONE_INT_PA_DISABILITATA", "mai"],
    ["PPT_SUPERAMENTOSOGLIA", "attesa"],
    ["PPT_CANALE_TIMEOUT", "attesa"],
    ["PPT_SYSTEM_ERROR", "attesa"],
    ["PPT_RT_NONDISPONIBILE", "attesa"],
    ["PPT_RPT_DUPLICATA", "stato"],
    ["PPT_ID_CARRELLO_DUPLICATO", "stato"],
    ["PPT_MAI_VISTO", "mai"],
  ])("%s → %s", (codice, rimedio) => expect(rimedioDiFault(codice)).toBe(rimedio));
});

describe("gli esiti HTTP che si possono ripetere", () => {
  it.each<[string, Tentata, boolean, boolean]>([
    ["429, anche se non idempotente: non è stata eseguita", { status: 429 }, false, true],
    ["503 di una richiesta idempotente", { status: 503 }, true, true],
    ["503 di una POST: potrebbe essere stata eseguita", { status: 503 }, false, false],
    ["tempo scaduto, idempotente", { causa: "tempo" }, true, true],
    ["tempo scaduto, POST", { causa: "tempo" }, false, false],
    ["nessuno in ascolto, POST: non è mai partita", { causa: "rete", maiPartita: true }, false, true],
    ["risposta troppo grande", { causa: "troppo-grande" }, true, false],
    ["interruttore aperto", { causa: "interrotta" }, true, false],
    ["400", { status: 400 }, true, false],
    ["401", { status: 401 }, true, false],
    ["404", { status: 404 }, true, false],
    ["409", { status: 409 }, true, false],
    ["422", { status: 422 }, true, false],
    ["200", { status: 200 }, true, false],
  ])("%s", (_caso, tentata, idempotente, atteso) => expect(isRipetibile(tentata, idempotente)).toBe(atteso));
});

describe("quanto si aspetta", () => {
  it("il doppio a ogni tentativo, e almeno quanto chiede l'altro", () => {
    expect(attesaPrimaDiRipetere(ripetizione())).toBe(200);
    expect(attesaPrimaDiRipetere(ripetizione({ tentativo: 2 }))).toBe(400);
    expect(attesaPrimaDiRipetere(ripetizione({ tentata: { status: 429, attesaChiestaMillisecondi: 3_000 } }))).toBe(3_000);
  });

  it("ma se l'attesa chiesta non sta nel tempo rimasto non si ripete", () => {
    const tentata = { status: 429, attesaChiestaMillisecondi: 60_000 };
    expect(attesaPrimaDiRipetere(ripetizione({ tentata }))).toBeUndefined();
  });

  it("mai oltre il tempo, mai oltre i tentativi, mai prima di quanto chiesto", () => {
    fc.assert(
      fc.property(
        fc.nat(20_000),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 6 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.option(fc.nat(30_000), { nil: undefined }),
        (restanoMillisecondi, tentativo, tentativi, caso, chiesta) => {
          const tentata = { status: 429, ...(chiesta !== undefined && { attesaChiestaMillisecondi: chiesta }) };
          const attesa = attesaPrimaDiRipetere({ tentata, idempotente: false, tentativo, tentativi, restanoMillisecondi, caso });
          if (attesa === undefined) return;
          expect(tentativo).toBeLessThan(tentativi);
          expect(attesa).toBeLessThan(restanoMillisecondi);
          expect(attesa).toBeGreaterThanOrEqual(chiesta ?? 0);
        },
      ),
    );
  });
});
