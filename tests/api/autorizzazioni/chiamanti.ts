/** Who walks the matrix: operators and applications limited each in its own way, and one operator for each right on each service. */
import { mappeAnagrafiche } from "../../../shared/adapters/archivio/registro.ts";
import { ArchivioUnitOfWork } from "../../../shared/adapters/archivio/unit-of-work.ts";
import { createIdsInSequenza } from "../../../shared/adapters/memory/tempo.ts";
import { clockDiSistema } from "../../../shared/adapters/sistema/clock.ts";
import { hashPassword } from "../../../shared/adapters/sistema/password.ts";
import type { Acl, AmbitoDomini, AmbitoTipi } from "../../../shared/domain/anagrafiche/applicazione.ts";
import type { Deposito } from "../../../shared/ports/deposito.ts";
import type { Modifica } from "../../../shared/ports/unit-of-work.ts";
import { COMUNE, PASSWORD } from "../../sostegno/anagrafica.ts";

/** Written here and not read from the product: a service added there must be added to the table too. */
export const SERVIZI = [
  ...["Anagrafica PagoPA", "Anagrafica Creditore", "Anagrafica Applicazioni", "Anagrafica Ruoli", "Pagamenti", "Pendenze"],
  ...["Rendicontazioni e Incassi", "Giornale degli Eventi", "Contenuti del Giornale", "Dati Personali", "Assistenza"],
  "Configurazione e manutenzione",
] as const;
export const API = ["API Pagamenti", "API Pendenze", "API Ragioneria"] as const;

interface Ambito {
  readonly domini: AmbitoDomini;
  readonly tipiPendenza: AmbitoTipi;
}
/** Each named after the column of the table in which it is refused. */
export const AMBITI = {
  ente: { domini: [{ idDominio: COMUNE }], tipiPendenza: "*" },
  unita: { domini: [{ idDominio: COMUNE, unitaOperative: ["TRIBUTI"] }], tipiPendenza: "*" },
  tipo: { domini: [{ idDominio: COMUNE }], tipiPendenza: ["TARI"] },
  nessuno: { domini: [], tipiPendenza: "*" },
} as const satisfies Readonly<Record<string, Ambito>>;
export type Limite = keyof typeof AMBITI;

const nomeDi = (servizio: string, diritto: string): string => `${diritto}-${servizio.toLowerCase().replaceAll(" ", "-")}`;
/** With one right on one service, on everything. */
export const conDiritto = (servizio: string, diritto: "R" | "W"): string => nomeDi(servizio, diritto);
export const SENZA_DIRITTI = "operatore-senza-diritti";
export const limitato = (chi: "operatore" | "applicazione", limite: Limite): string => `${chi}-${limite}`;

const comune = (principal: string, passwordHash: string, ambito: Ambito, acl: readonly Acl[]) => ({
  ...{ versione: 0, principal, passwordHash, ...ambito, acl, ruoli: [], abilitato: true },
});
const principale = (principal: string, tipo: "operatore" | "applicazione", riferimento: string): Modifica => ({
  azione: "crea",
  entita: "principale",
  valore: { versione: 0, principal, tipo, riferimento },
});

const operatore = (principal: string, hash: string, ambito: Ambito, acl: readonly Acl[]): Modifica[] => [
  { azione: "crea", entita: "operatore", valore: { ...comune(principal, hash, ambito, acl), ragioneSociale: principal } },
  principale(principal, "operatore", principal),
];

const applicazione = (principal: string, hash: string, ambito: Ambito, api: readonly string[]): Modifica[] => [
  {
    azione: "crea",
    entita: "applicazione",
    valore: {
      ...{ ...comune(principal, hash, ambito, []), idA2A: principal.toUpperCase(), autodeterminazione: true },
      apiPagamenti: api.includes("API Pagamenti"),
      apiPendenze: api.includes("API Pendenze"),
      apiRagioneria: api.includes("API Ragioneria"),
    },
  },
  principale(principal, "applicazione", principal.toUpperCase()),
];

export const seedChiamanti = async (deposito: Deposito): Promise<void> => {
  const unitOfWork = new ArchivioUnitOfWork(deposito, mappeAnagrafiche, clockDiSistema, createIdsInSequenza(), {
    conservazioneEventiGiorni: 760,
  });
  const hash = await hashPassword(PASSWORD);
  const tutto: Ambito = { domini: "*", tipiPendenza: "*" };
  const ognuno: readonly Acl[] = SERVIZI.map((servizio) => ({ servizio, autorizzazioni: ["R", "W"] }));
  const gruppi = [
    ...SERVIZI.flatMap((servizio) =>
      (["R", "W"] as const).map((diritto) =>
        operatore(conDiritto(servizio, diritto), hash, tutto, [{ servizio, autorizzazioni: [diritto] }]),
      ),
    ),
    operatore(SENZA_DIRITTI, hash, tutto, []),
    ...API.map((api) => applicazione(conDiritto(api, "R"), hash, tutto, [api])),
    ...Object.entries(AMBITI).flatMap(([limite, ambito]) => [
      operatore(`operatore-${limite}`, hash, ambito, ognuno),
      applicazione(`applicazione-${limite}`, hash, ambito, API),
    ]),
  ];
  for (const gruppo of gruppi) {
    const esito = await unitOfWork.commit(gruppo);
    if (!esito.ok) throw new Error("chiamante di prova già presente");
  }
};
