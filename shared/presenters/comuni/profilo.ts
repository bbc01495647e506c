/** The caller as the APIs show it. */
import type { ServizioAcl } from "../../contracts/operation.ts";
import { SERVIZI_ACL } from "../../contracts/operation.ts";
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";

const isServizio = (servizio: string): servizio is ServizioAcl => SERVIZI_ACL.some((noto) => noto === servizio);

export const presentProfilo = (chiamante: Chiamante) => ({
  nome: chiamante.nome,
  domini:
    chiamante.domini === "*"
      ? [{ idDominio: "*" }]
      : chiamante.domini.map((d) => ({ idDominio: d.idDominio, ...(d.unitaOperative && { unitaOperative: [...d.unitaOperative] }) })),
  tipiPendenza:
    chiamante.tipiPendenza === "*" ? [{ idTipoPendenza: "*" }] : chiamante.tipiPendenza.map((idTipoPendenza) => ({ idTipoPendenza })),
  acl: chiamante.acl.flatMap((acl) =>
    isServizio(acl.servizio) ? [{ servizio: acl.servizio, autorizzazioni: [...acl.autorizzazioni] }] : [],
  ),
});
