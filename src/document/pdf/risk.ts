/** What a PDF brings along besides its pages, and what state it is in: told, never run. */
import type { Issue, Severity } from '#base/issue.ts';
import type { Engine } from './pdfium.ts';

const XFA_FULL = 2;
const XFA_FOREGROUND = 3;

/** Warnings about a whole document. */
export function listRisks(engine: Engine, document: number, bytes: Uint8Array): Issue[] {
  const { pdfium } = engine;
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const issues: Issue[] = [];
  if (pdfium.FPDFDoc_GetJavaScriptActionCount(document) > 0 || raw.includes('/JavaScript')) {
    issues.push(
      issue(
        'warning',
        'pdf-javascript',
        'Tệp PDF có mã JavaScript; mã không được chạy.',
        'The PDF holds JavaScript; it is not run.',
      ),
    );
  }
  if (pdfium.FPDFDoc_GetAttachmentCount(document) > 0 || raw.includes('/EmbeddedFile')) {
    issues.push(
      issue(
        'warning',
        'pdf-attachments',
        'Tệp PDF có tệp khác đính kèm; tệp đính kèm không được mở.',
        'The PDF holds other files; they are not opened.',
      ),
    );
  }
  if (raw.includes('/Launch')) {
    issues.push(
      issue(
        'warning',
        'pdf-launch',
        'Tệp PDF có lệnh mở chương trình khác; lệnh không được chạy.',
        'The PDF holds an action that starts another program; it is not run.',
      ),
    );
  }
  const form = pdfium.FPDF_GetFormType(document);
  if (form === XFA_FULL || form === XFA_FOREGROUND) {
    issues.push(
      issue(
        'warning',
        'pdf-xfa',
        'Tệp PDF là biểu mẫu động (XFA); nội dung hiển thị có thể không đọc được hết.',
        'The PDF is a dynamic form (XFA); not all that it shows can be read.',
      ),
    );
  }
  if (pdfium.FPDF_GetSignatureCount(document) > 0) {
    issues.push(
      issue(
        'info',
        'pdf-signed',
        'Tệp PDF có chữ ký số; chữ ký không được kiểm tra.',
        'The PDF is digitally signed; the signatures are not verified.',
      ),
    );
  }
  if (pdfium.FPDF_GetSecurityHandlerRevision(document) >= 0) {
    issues.push(
      issue(
        'info',
        'pdf-restricted',
        'Tệp PDF đặt quyền hạn chế (in, sao chép, sửa) nhưng mở được không cần mật khẩu.',
        'The PDF restricts printing, copying or changing, but opens without a password.',
      ),
    );
  }
  if (pdfium.FPDF_DocumentHasValidCrossReferenceTable(document) === 0) {
    issues.push(
      issue(
        'warning',
        'pdf-repaired',
        'Tệp PDF bị hỏng một phần; chỉ đọc được những gì còn lại, có thể thiếu trang.',
        'The PDF is partly damaged; what is left was read, pages may be missing.',
      ),
    );
  }
  return issues;
}

export function issue(severity: Severity, code: string, message: string, messageEn: string): Issue {
  return { severity, code, span: null, message, messageEn };
}
