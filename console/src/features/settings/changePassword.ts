import { post, showPage } from '@/shared/api/server';
import { useMutation } from '@tanstack/react-query';

export function useChangePassword() {
  return useMutation({
    mutationFn: (said: { old_password: string; new_password: string }) => post('/api/v1/session/password', said),
    onSuccess: (signedIn) => showPage(signedIn.page),
  });
}
