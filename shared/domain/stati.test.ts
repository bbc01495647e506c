import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ok } from "./esito.ts";
import { aggregateStato, type EsitoTentativo, statiPagamento } from "./pagamenti/stati-pagamento.ts";
import { statiTentativo } from "./pagamenti/stati-tentativo.ts";
import { statiPendenza, statoPendenzaAl } from "./pendenze/stati-pendenza.ts";
import {
  ANOMALIE,
  type CodiceAnomalia,
  esitoAcquisizione,
  formatAnomalie,
  STATO_FLUSSO_ESPOSTO,
  statiFlusso,
  statiRendicontazione,
} from "./rendicontazioni/stati-flusso.ts";
import { ERRORI_RICONCILIAZIONE, statiRiconciliazione } from "./riconciliazioni/stati-riconciliazione.ts";
import { defineStati, type MacchinaStati } from "./stati.ts";

const semaforo = {
  nome: "semaforo",
  stati: { ROSSO: "fermi", VERDE: "avanti" },
  iniziale: "ROSSO",
  eventi: { apri: "tempo", chiudi: "tempo" },
  transizioni: { apri: { ROSSO: "VERDE" }, chiudi: { VERDE: "ROSSO" } },
} as const;

describe("defineStati", () => {
  it("answers the next state, or which states would have allowed the event", () => {
    const stati = defineStati(semaforo);
    expect(stati.next("ROSSO", "apri")).toEqual(ok("VERDE"));
    expect(stati.next("VERDE", "apri")).toEqual({
      ok: false,
      errore: {
        stato: "VERDE",
        evento: "apri",
        ammessi: ["ROSSO"],
        messaggio: "semaforo: l'evento apri non è ammesso nello stato VERDE (ammesso in ROSSO)",
      },
    });
  });

  // From data read as text, as a table mistyped past the compiler would be.
  const daTesto = (modifica: object): (() => unknown) => {
    const definizione: Parameters<typeof defineStati<string, string>>[0] = { ...semaforo, ...modifica };
    return () => defineStati(definizione);
  };

  it.each([
    ["an unknown initial state", { iniziale: "GIALLO" }, "lo stato GIALLO non è dichiarato"],
    ["no initial state", { iniziale: [] }, "lo stato ROSSO è irraggiungibile"],
    ["an unknown target", { transizioni: { apri: { ROSSO: "BLU" }, chiudi: { VERDE: "ROSSO" } } }, "lo stato BLU non è dichiarato"],
    ["an unknown origin", { transizioni: { apri: { ROSSO: "VERDE" }, chiudi: { BLU: "ROSSO" } } }, "lo stato BLU non è dichiarato"],
    ["an unreachable state", { stati: { ROSSO: "", VERDE: "", GIALLO: "" } }, "lo stato GIALLO è irraggiungibile"],
    ["an event without effect", { transizioni: { apri: { ROSSO: "VERDE" }, chiudi: {} } }, "l'evento chiudi non porta in nessuno stato"],
    ["an unknown event", { eventi: { apri: "" } }, "l'evento chiudi non è dichiarato"],
  ])("refuses at start-up a table with %s", (_caso, modifica, messaggio) => {
    expect(daTesto(modifica)).toThrow(messaggio);
  });
});

/** The table behind a name-erased view, so that one test can walk them all. */
const vista = <S extends string, E extends string>(macchina: MacchinaStati<S, E>) => ({
  nome: macchina.nome,
  check: () => {
    for (const evento of macchina.eventi) {
      for (const stato of macchina.stati) {
        const esito = macchina.next(stato, evento);
        expect(esito.ok).toBe(macchina.ammessi(evento).includes(stato));
        if (esito.ok) expect(macchina.transizioni).toContainEqual({ da: stato, evento, a: esito.valore });
      }
    }
  },
  walk: (scelte: readonly number[]) => {
    let stato = macchina.iniziali[0];
    for (const scelta of scelte) {
      const evento = macchina.eventi[scelta % macchina.eventi.length];
      if (stato === undefined || evento === undefined) return false;
      const esito = macchina.next(stato, evento);
      if (esito.ok) stato = esito.valore;
    }
    return stato !== undefined && macchina.isStato(stato);
  },
});

const tabelle = [
  vista(statiPendenza),
  vista(statiTentativo),
  vista(statiPagamento),
  vista(statiFlusso),
  vista(statiRendicontazione),
  vista(statiRiconciliazione),
];

describe.each(tabelle)("the table of $nome", ({ check, walk }) => {
  it("allows in next exactly what ammessi says", check);

  it("is never left by any sequence of events", () => {
    fc.assert(fc.property(fc.array(fc.nat({ max: 50 })), walk));
  });
});

describe("pendenza", () => {
  it.each([
    ["NON_ESEGUITA", "paga", "ESEGUITA"],
    ["ANNULLATA", "paga", "ESEGUITA"],
    ["ESEGUITA_PARZIALE", "paga", "ESEGUITA"],
    ["ESEGUITA", "paga", undefined],
    ["INCASSATA", "paga", undefined],
    ["ANOMALA", "paga", undefined],
    ["ESEGUITA", "aggiorna", undefined],
    ["ANNULLATA", "aggiorna", "NON_ESEGUITA"],
    ["ESEGUITA", "annulla", undefined],
    ["ANNULLATA", "annulla", undefined],
    ["ANNULLATA", "ripristina", "NON_ESEGUITA"],
    ["INCASSATA", "pagaAnomala", "ANOMALA"],
    ["ESEGUITA", "incassa", "INCASSATA"],
    ["ANOMALA", "incassa", "ANOMALA"],
    ["NON_ESEGUITA", "incassa", undefined],
    ["ESEGUITA_PARZIALE", "incassaParziale", "ESEGUITA_PARZIALE"],
    ["ANOMALA", "accettaAnomalia", "ESEGUITA"],
    ["ANOMALA", "rimborsaAnomalia", "ESEGUITA"],
    ["ANOMALA", "riapri", "NON_ESEGUITA"],
  ] as const)("%s after %s is %s", (stato, evento, atteso) => {
    const esito = statiPendenza.next(stato, evento);
    expect(esito.ok ? esito.valore : undefined).toBe(atteso);
  });

  it("accepts an anomalous payment in every state", () => {
    expect(statiPendenza.ammessi("pagaAnomala")).toEqual(statiPendenza.stati);
  });

  it.each([
    ["NON_ESEGUITA", "2026-03-29", "2026-03-29", "NON_ESEGUITA"],
    ["NON_ESEGUITA", "2026-03-29", "2026-03-30", "SCADUTA"],
    ["NON_ESEGUITA", undefined, "2999-01-01", "NON_ESEGUITA"],
    ["ANNULLATA", "2026-03-29", "2026-03-30", "ANNULLATA"],
    ["ESEGUITA", "2026-03-29", "2026-03-30", "ESEGUITA"],
  ] as const)("%s that expires on %s is, on %s, %s", (stato, scadenza, oggi, atteso) => {
    expect(statoPendenzaAl(stato, scadenza, oggi)).toBe(atteso);
  });
});

describe("tentativo", () => {
  it("takes a receipt in every state that has none yet", () => {
    const attesi = ["RPT_ATTIVATA", "RPT_ACCETTATA_NODO", "RPT_SCADUTA", "RPT_ANNULLATA"];
    expect(statiTentativo.ammessi("ricevuta")).toEqual(attesi);
    expect(statiTentativo.ammessi("rifiutaRicevuta")).toEqual(attesi);
  });
});

describe("aggregateStato", () => {
  it.each<[readonly EsitoTentativo[], string]>([
    [[], "IN_CORSO"],
    [["ESEGUITO", "IN_CORSO"], "IN_CORSO"],
    [["ESEGUITO", "ESEGUITO"], "ESEGUITO"],
    [["NON_ESEGUITO", "NON_ESEGUITO"], "NON_ESEGUITO"],
    [["FALLITO"], "FALLITO"],
    [["ESEGUITO", "NON_ESEGUITO"], "ESEGUITO_PARZIALE"],
    [["ESEGUITO", "FALLITO"], "ESEGUITO_PARZIALE"],
    [["NON_ESEGUITO", "FALLITO"], "NON_ESEGUITO"],
  ])("of %j is %s", (esiti, atteso) => {
    expect(aggregateStato(esiti)).toBe(atteso);
  });
});

describe("flusso", () => {
  it("is stopped by the anomalies of the whole flow only", () => {
    const codici: readonly CodiceAnomalia[] = [
      "007101",
      "007102",
      "007104",
      "007106",
      "007107",
      "007110",
      "007111",
      "007112",
      "007114",
      "007115",
      "007116",
    ];
    expect(Object.keys(ANOMALIE).sort()).toEqual(codici);
    expect(codici.filter((codice) => esitoAcquisizione([codice]) === "segnala")).toEqual(["007102", "007106", "007107", "007116"]);
    expect(esitoAcquisizione([])).toBe("accetta");
  });

  it("writes its anomalies as code and text", () => {
    expect(formatAnomalie([])).toBe("");
    expect(formatAnomalie(["007106", "007107"])).toBe(`007106#${ANOMALIE["007106"].testo}|007107#${ANOMALIE["007107"].testo}`);
  });

  it("has the names of the wire", () => {
    expect(statiFlusso.stati.map((stato) => STATO_FLUSSO_ESPOSTO[stato])).toEqual([undefined, "Acquisito", "Anomalo", "Rifiutato"]);
  });
});

describe("riconciliazione", () => {
  it("may be retried only after an error", () => {
    expect(statiRiconciliazione.ammessi("ritenta")).toEqual(["ERRORE"]);
  });

  it("has a text for each of the fourteen codes", () => {
    const codici = Array.from({ length: 14 }, (_, n) => `0214${String(n).padStart(2, "0")}`);
    expect(Object.keys(ERRORI_RICONCILIAZIONE)).toEqual(codici);
  });
});
