/** The run: debts loaded, paid and receipted by many hands while the machine is killed again and again. What it was told is the truth to compare with. */
import { randomBytes } from "node:crypto";
import { bustaAttivazione, bustaRicevuta, type Destinatario } from "../sandbox/nodo/buste.ts";
import type { DatiPagamento } from "../sandbox/nodo/modello.ts";
import { PSP } from "../sandbox/psp/psp.ts";
import { type Caso, createCasi, createDado, euroDi, totaleDi } from "./casi.ts";
import { type Consegne, createConsegne } from "./consegne.ts";
import type { Porta } from "./porta.ts";
import type { Processo } from "./processo.ts";

export interface Impostazioni {
  readonly pagamenti: number;
  /** Kills of the machine while payments are going on. */
  readonly interruzioni: number;
  readonly seme: number;
  readonly mani: number;
}

export interface Ambiente {
  readonly idA2A: string;
  readonly idStazione: string;
  readonly creditori: readonly string[];
  readonly urlPendenze: string;
  readonly urlRiconciliazione: string;
}

/** What must be found at the end for one debt. */
export interface Verita {
  readonly caso: Caso;
  readonly iuv: string;
  /** Receipts that the Node has made: each is filed under every creditor it pays. */
  readonly receiptId: readonly string[];
}

export interface EsitoCorsa {
  readonly verita: readonly Verita[];
  readonly consegne: Consegne["conteggi"];
  readonly interruzioni: number;
  readonly secondi: number;
}

const INTERMEDIARIO = /^\d{11}/;
const destinatario = (idPA: string, { idStazione }: Ambiente): Destinatario => ({
  idPA,
  idBrokerPA: INTERMEDIARIO.exec(idStazione)?.[0] ?? "",
  idStation: idStazione,
});

const corpoDi = (caso: Caso): object => ({
  idTipoPendenza: "TARI",
  idDominio: caso.idDominio,
  causale: `Prova ${caso.idPendenza}`,
  soggettoPagatore: { tipo: "F", identificativo: "RSSMRA85T10A562S", anagrafica: "Mario Rossi" },
  importo: euroDi(totaleDi(caso)),
  voci: caso.importi.map((importo, n) => ({
    idVocePendenza: String(n + 1),
    importo: euroDi(importo),
    descrizione: `Voce ${n + 1}`,
    codEntrata: "TARI",
    ...(n === 1 && caso.idSecondario !== undefined && { idDominio: caso.idSecondario }),
  })),
});

const numeroAvvisoDi = (risposta: unknown): string => {
  const numero: unknown = typeof risposta === "object" && risposta !== null ? Reflect.get(risposta, "numeroAvviso") : undefined;
  if (typeof numero !== "string") throw new Error(`la pendenza non ha un numero avviso: ${JSON.stringify(risposta).slice(0, 200)}`);
  return numero;
};

/** What the platform knows of a notice that it pays in stand-in. */
const datiStandIn = (caso: Caso, iuv: string): DatiPagamento => ({
  iuv,
  importo: totaleDi(caso),
  dataScadenza: "2099-12-31",
  causale: `Prova ${caso.idPendenza}`,
  debitore: { tipo: "F", identificativo: "RSSMRA85T10A562S", anagrafica: "Mario Rossi" },
  trasferimenti: caso.importi.map((importo, n) => ({
    idTransfer: n + 1,
    importo,
    idDominio: n === 1 && caso.idSecondario !== undefined ? caso.idSecondario : caso.idDominio,
    iban: "IT60X0542811101000000123456",
    causale: `/RFB/${iuv}`,
    categoria: "9/0101101IM/",
  })),
});

/** One payment from the notice to its receipts on their way. */
const pay = async (ambiente: Ambiente, porta: Porta, consegne: Consegne, caso: Caso): Promise<Verita> => {
  const numeroAvviso = numeroAvvisoDi(
    await porta.rest("PUT", `${ambiente.urlPendenze}/pendenze/${ambiente.idA2A}/${caso.idPendenza}`, corpoDi(caso)),
  );
  const iuv = numeroAvviso.slice(1);
  const { idDominio, versione } = caso;
  const dati = caso.standIn
    ? datiStandIn(caso, iuv)
    : await porta.activate(
        versione === 2 ? "paGetPaymentV2" : "paGetPayment",
        bustaAttivazione(versione, destinatario(idDominio, ambiente), { idDominio, numeroAvviso }),
      );
  const operazione = versione === 2 ? "paSendRTV2" : "paSendRT";
  const receiptId = Array.from({ length: caso.doppio ? 2 : 1 }, () => randomBytes(16).toString("hex"));
  for (const [n, id] of receiptId.entries()) {
    const psp = PSP[n % PSP.length] ?? PSP[0];
    const ricevuta = {
      receiptId: id,
      idDominio,
      numeroAvviso,
      dati,
      psp,
      pagatoIl: Date.now(),
      ragioneSociale: idDominio,
      standIn: caso.standIn,
    };
    for (const idPA of new Set([idDominio, caso.idSecondario ?? idDominio])) {
      const busta = bustaRicevuta(versione, destinatario(idPA, ambiente), ricevuta);
      consegne.add({ chiave: `${idPA}/${id}`, send: () => porta.deliver(operazione, busta) });
    }
  }
  return { caso, iuv, receiptId };
};

/**
 * Kills the machine each time the count of payments reaches the next point, at a moment nobody chose, and starts it again. As many times as asked, however
 * fast the payments are: the receipts of the last ones may still be on their way.
 */
const createInterruzioni = (processo: Processo, dado: () => number, { pagamenti, interruzioni }: Impostazioni) => {
  const punti = Array.from({ length: interruzioni }, () => Math.floor(dado() * pagamenti * 0.98) + 1).sort((a, b) => a - b);
  let fatte = 0;
  return {
    fatte: () => fatte,
    run: async (pagati: () => number, rotta: () => boolean): Promise<void> => {
      while (!rotta() && punti.length > 0) {
        const [punto = 0] = punti;
        if (pagati() < punto) {
          await new Promise((resolve) => setTimeout(resolve, 10));
          continue;
        }
        punti.shift();
        await new Promise((resolve) => setTimeout(resolve, dado() * 400));
        await processo.kill("SIGKILL");
        await processo.start();
        fatte += 1;
      }
    },
  };
};

/** @param racconta a line of progress now and then. */
export const runCorsa = async (
  impostazioni: Impostazioni,
  processo: Processo,
  ambiente: Ambiente,
  porta: Porta,
  racconta: (riga: string) => void,
): Promise<EsitoCorsa> => {
  const inizio = performance.now();
  const dado = createDado(impostazioni.seme);
  const casi = createCasi(dado, impostazioni.pagamenti, ambiente.creditori, `SOAK-${impostazioni.seme}-${Date.now().toString(36)}`);
  const verita: Verita[] = [];
  let prossimo = 0;
  let pagati = 0;
  let accettate = 0;
  let rotta = false;
  const passo = Math.max(1, Math.floor(impostazioni.pagamenti / 20));
  // Dice of their own: which receipts are doubled does not depend on who was faster.
  const consegne = createConsegne(createDado(impostazioni.seme + 1), createDado(impostazioni.seme + 2), () => {
    accettate += 1;
  });
  const mano = async (): Promise<void> => {
    for (let n = prossimo++; n < casi.length && !rotta; n = prossimo++) {
      const caso = casi[n];
      if (caso === undefined) continue;
      verita.push(await pay(ambiente, porta, consegne, caso));
      pagati += 1;
      if (pagati % passo === 0)
        racconta(
          `${pagati} pagamenti, ${accettate} ricevute accettate, ${interruzioni.fatte()} interruzioni, ${Math.round((performance.now() - inizio) / 1000)} s`,
        );
    }
  };
  const interruzioni = createInterruzioni(processo, dado, impostazioni);
  const finitiDiPagare = (): boolean => rotta || pagati >= casi.length;
  const lavori = [
    ...Array.from({ length: impostazioni.mani }, mano),
    consegne.run(impostazioni.mani, finitiDiPagare),
    interruzioni.run(
      () => pagati,
      () => rotta,
    ),
  ].map((lavoro) =>
    lavoro.catch((errore: unknown) => {
      rotta = true;
      throw errore;
    }),
  );
  await Promise.all(lavori);
  return { verita, consegne: consegne.conteggi, interruzioni: interruzioni.fatte(), secondi: (performance.now() - inizio) / 1000 };
};
