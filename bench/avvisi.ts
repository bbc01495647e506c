/** Printing of one notice, warm (goal: under 60 ms). */
import { createStampaAvvisoPdf } from "../shared/adapters/pdf/stampa-avviso-pdf.ts";
import { measureInsieme } from "./misura.ts";

export const measureAvvisi = async () => {
  const stampa = createStampaAvvisoPdf();
  let byte = 0;
  const [misura] = await measureInsieme(
    [
      async (n) => {
        const numeroAvviso = `3010000000${String(n).padStart(8, "0")}`;
        const pdf = await stampa.render({
          ente: {
            idDominio: "01234567890",
            ragioneSociale: "Comune di Prova",
            unita: "Ufficio Tributi",
            info: "tributi@prova.example",
            cbill: "AB12C",
            web: "www.prova.example",
          },
          debitore: { identificativo: "RSSMRA85T10A562S", anagrafica: "Mario Rossi", indirizzo: "Via Roma 1, 00100 Roma (RM)" },
          oggetto: "TARI 2026",
          importo: 15_237n,
          dataScadenza: "2026-12-31",
          numeroAvviso,
          qr: `PAGOPA|002|${numeroAvviso}|01234567890|15237`,
          dataStampa: "2026-11-25T09:00:00.000Z",
        });
        byte = pdf.length;
      },
    ],
    100,
    1,
  );
  if (!misura) throw new Error("misura mancante");
  return { ...misura, kilobyte: byte / 1024 };
};
