/** Moving the focus to a field by its name. */
import type { FieldName } from '../spot/draft.ts';
import { fieldId } from '../study-context.tsx';

export function focusField(field: FieldName): void {
  const element = document.getElementById(fieldId(field));
  if (!(element instanceof HTMLTextAreaElement)) return;
  element.focus();
  element.setSelectionRange(element.value.length, element.value.length);
}
